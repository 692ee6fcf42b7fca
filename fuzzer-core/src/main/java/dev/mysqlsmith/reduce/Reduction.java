package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import java.time.Duration;
import java.util.Locale;

/**
 * What a reduction came to.
 *
 * @param repro the smallest history that shows the failure; the original where the status is {@link Status#NOT_REPRODUCED}
 * @param statementsBefore of the original
 * @param tokensBefore of the original
 * @param tokens of the repro
 * @param rate how often the original showed the failure before the search
 * @param executions candidates that were run
 * @param elapsed wall-clock time
 * @param reason why it ended as it did, for people
 */
public record Reduction(
        History repro,
        Status status,
        int statementsBefore,
        int tokensBefore,
        int tokens,
        Rate rate,
        long executions,
        Duration elapsed,
        String reason) {

    /** How a reduction ended. */
    public enum Status {
        /** No pass finds anything smaller. */
        MINIMAL,
        /** The budget ended, or it was interrupted; the best so far. */
        BUDGET,
        /** The original does not show the failure. */
        NOT_REPRODUCED;

        /** As files write it: {@code not-reproduced}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
