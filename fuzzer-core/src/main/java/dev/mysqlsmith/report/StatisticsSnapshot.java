package dev.mysqlsmith.report;

import java.util.Map;

/**
 * Totals of a campaign at one moment: a line of {@code stats.jsonl}.
 *
 * @param seconds since the start, an earlier run of the same campaign included
 * @param statements sent to servers, confirmations and reductions not counted
 * @param succeeded without an error
 * @param byKind by the statement's kind
 * @param byError by the server's error number
 * @param byFeature statements that have the feature
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
        Map<String, KindCount> byKind,
        Map<String, Long> byError,
        Map<String, Long> byFeature,
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
                0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Map.of(), 0, Feedback.nothing());
    }

    /**
     * What workers have learned of their statements.
     *
     * @param plans how many plans of queries were asked for
     * @param seconds that all workers together have spent on plans and weights
     * @param timeoutsByFeature statements that took all their time, by feature
     */
    public record Feedback(long plans, double seconds, Map<String, Long> timeoutsByFeature) {
        /** Before anything has run. */
        public static Feedback nothing() {
            return new Feedback(0, 0, Map.of());
        }
    }

    /** Of one kind of statement. */
    public record KindCount(long statements, long succeeded) {}

    /** The share that succeeded, from 0 to 1; 1 where nothing has run. */
    public double shareSucceeded() {
        return statements == 0 ? 1 : (double) succeeded / statements;
    }
}
