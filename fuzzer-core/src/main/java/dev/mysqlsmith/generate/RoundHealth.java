package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Schema;
import java.util.Optional;

/** Whether a round is still worth its time, told by the answers alone, so that a replay decides the same. */
final class RoundHealth {
    private static final int WINDOW = 100;
    private static final int MOST_FAILURES = 60;

    private final boolean[] failed = new boolean[WINDOW];
    private int seen;
    private int failures;

    /** A statement has been answered. */
    void ran(boolean succeeded) {
        int slot = seen++ % WINDOW;
        failures += (succeeded ? 0 : 1) - (failed[slot] ? 1 : 0);
        failed[slot] = !succeeded;
    }

    /** Why the round should end, if it should. */
    Optional<String> reset(Schema schema) {
        if (seen < WINDOW) {
            return Optional.empty();
        }
        return failures >= MOST_FAILURES
                ? Optional.of("most statements fail")
                : schema.baseTables().isEmpty() ? Optional.of("no table is left") : Optional.empty();
    }
}
