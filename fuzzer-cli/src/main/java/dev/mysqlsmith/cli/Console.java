package dev.mysqlsmith.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out results, and nothing else
 * @param err progress, warnings and errors
 * @param terminal whether somebody sees {@code err} on a terminal, so that a line may be drawn again
 */
record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {

    /** A line of progress or a warning. */
    void tell(String line) {
        err.println(line);
    }

    /** Whether the process's standard error is a terminal. */
    static boolean standardErrorIsTerminal() {
        try {
            String target = Path.of("/proc/self/fd/2").toRealPath().toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return System.console() != null; // no /proc on this system
        }
    }
}
