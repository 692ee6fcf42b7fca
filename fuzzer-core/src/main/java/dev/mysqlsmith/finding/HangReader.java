package dev.mysqlsmith.finding;

import org.jspecify.annotations.Nullable;

/** Makes the signature of a hang of the statement's first words and the stack of the thread that runs it. */
final class HangReader {
    private HangReader() {}

    static Incident.Failure read(String sql, @Nullable String stacks) {
        throw new UnsupportedOperationException(sql + stacks);
    }
}
