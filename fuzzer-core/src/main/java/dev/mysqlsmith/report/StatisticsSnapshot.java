package dev.mysqlsmith.report;

import java.util.Map;

/**
 * Totals of a campaign at one moment: a line of {@code stats.jsonl}.
 *
 * @param seconds since the start, an earlier run of the same campaign included
 * @param statements sent to servers, confirmations and reductions not counted
 * @param succeeded without an error
 * @param timeouts over their time
 * @param constraint ended by a constraint that a row broke
 * @param locked ended by a lock in their way
 * @param byKind by the statement's kind
 * @param byError by the server's error number
 * @param byFeature by what they have, in the order of the list of features; those that nothing had are in it too
 * @param checks judgements by oracle
 * @param skips what could not be judged or was lost, by reason
 * @param planShapes how many different plans EXPLAIN has shown in this run, by access type and extra words
 * @param findings different signatures by kind
 * @param rounds that are over
 * @param feedback what was learned, and what that took
 */
public record StatisticsSnapshot(
        double seconds,
        long statements,
        long succeeded,
        long timeouts,
        long constraint,
        long locked,
        Map<String, Count> byKind,
        Map<String, Long> byError,
        Map<String, Count> byFeature,
        Map<String, Long> checks,
        Map<String, Long> skips,
        int planShapes,
        Map<String, Long> findings,
        long rounds,
        Feedback feedback) {
    public StatisticsSnapshot {
        feedback = feedback == null ? Feedback.nothing() : feedback; // files of former versions lack it
    }

    /** Before anything has run. */
    public static StatisticsSnapshot nothing() {
        return new StatisticsSnapshot(
                0, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Map.of(), 0, Feedback.nothing());
    }

    /**
     * What workers have learned of their statements.
     *
     * @param plans how many plans of queries were asked for
     * @param seconds that all workers together have spent on plans and weights
     */
    public record Feedback(long plans, double seconds) {
        /** Before anything has run. */
        public static Feedback nothing() {
            return new Feedback(0, 0);
        }
    }

    /**
     * What came of some statements.
     *
     * @param timeouts over their time
     * @param constraint ended by a constraint that a row broke
     * @param locked ended by a lock in their way
     */
    public record Count(long statements, long succeeded, long timeouts, long constraint, long locked) {
        /** The share that succeeded, from 0 to 1; 1 where nothing has run. */
        public double shareSucceeded() {
            return statements == 0 ? 1 : (double) succeeded / statements;
        }

        /** The same among those that no constraint and no lock ended. */
        public double shareApart() {
            long judged = statements - constraint - locked;
            return judged == 0 ? 1 : (double) succeeded / judged;
        }
    }

    /** What came of all statements. */
    public Count total() {
        return new Count(statements, succeeded, timeouts, constraint, locked);
    }

    /** The share that succeeded, from 0 to 1; 1 where nothing has run. */
    public double shareSucceeded() {
        return total().shareSucceeded();
    }
}
