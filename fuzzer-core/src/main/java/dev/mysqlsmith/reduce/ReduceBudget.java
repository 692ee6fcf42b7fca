package dev.mysqlsmith.reduce;

import java.time.Duration;

/**
 * How long a reduction may take.
 *
 * @param time wall-clock time after which the best so far is the result
 * @param executions how many candidates may be run
 * @param parallel how many candidates are run at once
 */
public record ReduceBudget(Duration time, long executions, int parallel) {
    public ReduceBudget {
        if (time.isNegative() || time.isZero() || executions < 1 || parallel < 1) {
            throw new IllegalArgumentException(
                    "budget of a reduction: expected a time above 0, at least 1 execution and"
                            + " at least 1 at once, got " + time + ", " + executions + ", " + parallel);
        }
    }

    /** Only a time; {@code parallel} candidates at once. */
    public static ReduceBudget ofTime(Duration time, int parallel) {
        return new ReduceBudget(time, Long.MAX_VALUE, parallel);
    }
}
