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
        long rounds) {

    /** Before anything has run. */
    public static StatisticsSnapshot nothing() {
        return new StatisticsSnapshot(0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Map.of(), 0);
    }

    /** Of one kind of statement. */
    public record KindCount(long statements, long succeeded) {}

    /** The share that succeeded, from 0 to 1; 1 where nothing has run. */
    public double shareSucceeded() {
        return statements == 0 ? 1 : (double) succeeded / statements;
    }
}
