package dev.mysqlsmith.server;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stacks of a running process, by gdb. */
final class ThreadStacks {

    private ThreadStacks() {}

    /** Null without gdb, or where it gave none in that time. */
    static @Nullable String of(long pid, Duration patience) {
        return Tools.find("gdb")
                // without DWARF it is ready at once and still knows the functions' names
                .map(gdb -> List.of(
                        gdb.toString(),
                        "-nx",
                        "-batch",
                        "-readnever",
                        "-p",
                        Long.toString(pid),
                        "-ex",
                        "thread apply all bt"))
                .map(command -> Tools.run(command, patience).output())
                .filter(output -> output.contains("#0"))
                .orElse(null);
    }
}
