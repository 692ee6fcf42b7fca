package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.report.StatisticsSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What all workers have counted so far. Thread-safe. */
final class Statistics {
    /** How the reasons of rounds that a fault of the tool or its environment has cost begin. */
    static final String FAULT = "fault: ";

    /** How the reasons of rounds that were ended before their time begin. */
    static final String RESET = "reset: ";

    private final LongAdder statements = new LongAdder();
    private final LongAdder succeeded = new LongAdder();
    private final Map<String, LongAdder> statementsByKind = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> succeededByKind = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> byError = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> byFeature = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> checks = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> skips = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> findings = new ConcurrentHashMap<>();
    private final Set<Long> planShapes = ConcurrentHashMap.newKeySet();
    private final LongAdder rounds = new LongAdder();
    private final LongAdder plans = new LongAdder();
    private final LongAdder feedbackNanos = new LongAdder();
    private final Map<String, LongAdder> timeoutsByFeature = new ConcurrentHashMap<>();

    Statistics() {}

    /** Goes on from what an earlier run has counted. Its plan shapes are counted anew. */
    Statistics(StatisticsSnapshot before) {
        statements.add(before.statements());
        succeeded.add(before.succeeded());
        rounds.add(before.rounds());
        plans.add(before.feedback().plans());
        feedbackNanos.add((long) (before.feedback().seconds() * 1e9));
        before.feedback().timeoutsByFeature().forEach((feature, count) -> add(timeoutsByFeature, feature, count));
        before.byKind().forEach((kind, count) -> {
            add(statementsByKind, kind, count.statements());
            add(succeededByKind, kind, count.succeeded());
        });
        before.byError().forEach((code, count) -> add(byError, code, count));
        before.byFeature().forEach((feature, count) -> add(byFeature, feature, count));
        before.checks().forEach((oracle, count) -> add(checks, oracle, count));
        before.skips().forEach((reason, count) -> add(skips, reason, count));
        before.findings().forEach((kind, count) -> add(findings, kind, count));
    }

    /** A statement has run. */
    void ran(String kind, Outcome outcome) {
        statements.increment();
        add(statementsByKind, kind, 1);
        if (outcome.succeeded()) {
            succeeded.increment();
            add(succeededByKind, kind, 1);
        } else if (outcome instanceof Outcome.Failed failed) {
            add(byError, Integer.toString(failed.error().code()), 1);
        }
        if (outcome instanceof Outcome.Rows rows) {
            for (ResultTable table : rows.tables()) {
                PlanShape.of(table).ifPresent(planShapes::add);
            }
        }
    }

    /** The statement has that feature. */
    void feature(String name) {
        add(byFeature, name, 1);
    }

    /** A statement that has that feature took all its time. */
    void timedOut(String feature) {
        add(timeoutsByFeature, feature, 1);
    }

    /** The plan of a query has that shape. */
    void planned(long shape) {
        plans.increment();
        planShapes.add(shape);
    }

    /** A worker has spent that time on plans and weights. */
    void feedback(long nanos) {
        feedbackNanos.add(nanos);
    }

    /** An oracle has judged a statement. */
    void checked(String oracle) {
        add(checks, oracle, 1);
    }

    /** Something was not looked at, timed out or could not be told. */
    void skipped(String reason) {
        add(skips, reason, 1);
    }

    /** A finding with a new signature. */
    void found(String kind) {
        add(findings, kind, 1);
    }

    /** A round is over. */
    void roundDone() {
        rounds.increment();
    }

    /** The totals now. */
    StatisticsSnapshot snapshot(Duration elapsed) {
        Map<String, StatisticsSnapshot.KindCount> byKind = new TreeMap<>();
        sums(statementsByKind)
                .forEach((kind, count) ->
                        byKind.put(kind, new StatisticsSnapshot.KindCount(count, sum(succeededByKind, kind))));
        return new StatisticsSnapshot(
                elapsed.toMillis() / 1000.0,
                statements.sum(),
                succeeded.sum(),
                byKind,
                sums(byError),
                sums(byFeature),
                sums(checks),
                sums(skips),
                planShapes.size(),
                sums(findings),
                rounds.sum(),
                new StatisticsSnapshot.Feedback(
                        plans.sum(), feedbackNanos.sum() / 1_000_000 / 1000.0, sums(timeoutsByFeature)));
    }

    private static void add(Map<String, LongAdder> counters, String name, long amount) {
        counters.computeIfAbsent(name, unused -> new LongAdder()).add(amount);
    }

    private static long sum(Map<String, LongAdder> counters, String name) {
        LongAdder counter = counters.get(name);
        return counter == null ? 0 : counter.sum();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counters) {
        Map<String, Long> sums = new TreeMap<>();
        counters.forEach((name, counter) -> sums.put(name, counter.sum()));
        return sums;
    }
}
