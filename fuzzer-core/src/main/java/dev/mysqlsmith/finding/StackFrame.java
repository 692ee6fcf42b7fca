package dev.mysqlsmith.finding;

import org.jspecify.annotations.Nullable;

/**
 * One line of a stack.
 *
 * @param module file name of the binary or library; empty where the line does not tell
 * @param function qualified name without arguments; null where the build has no symbol for it
 * @param address where it is, absolute; 0 where the line does not tell
 * @param offset from the start of the module, for a line that tells that and no symbol; 0 otherwise
 */
record StackFrame(String module, @Nullable String function, long address, long offset) {

    /** Whether it belongs to the system's libraries. */
    boolean isSystem() {
        return module.startsWith("lib")
                || module.startsWith("ld-")
                || module.startsWith("linux-vdso")
                || module.startsWith("[vdso]");
    }
}
