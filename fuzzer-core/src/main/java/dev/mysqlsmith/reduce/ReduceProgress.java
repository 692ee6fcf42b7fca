package dev.mysqlsmith.reduce;

import java.time.Duration;

/**
 * How far a reduction is.
 *
 * @param pass name of the pass that runs
 * @param statements of the best history so far
 * @param tokens of the best history so far
 * @param executions candidates run so far
 * @param elapsed since the start
 * @param left of the time that it may take
 */
public record ReduceProgress(
        String pass, int statements, int tokens, long executions, Duration elapsed, Duration left) {}
