package dev.mysqlsmith.server;

import java.util.List;

/** What a server writes when it begins to die; its other threads may go on answering for a while. */
final class DyingServer {

    private static final List<String> MARKS = List.of(
            "got signal",
            "got exception",
            "Assertion failure",
            "Assertion `",
            "ERROR: AddressSanitizer",
            "ERROR: ThreadSanitizer",
            "ERROR: LeakSanitizer",
            "WARNING: MemorySanitizer",
            "terminate called");

    private DyingServer() {}

    static boolean isDying(String log) {
        return MARKS.stream().anyMatch(log::contains);
    }
}
