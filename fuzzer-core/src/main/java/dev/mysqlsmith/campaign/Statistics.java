package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.generate.Features;
import dev.mysqlsmith.report.StatisticsSnapshot;
import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashMap;
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

    /** How the reasons of statements begin that were passed over where tables were given. */
    static final String SEED = "schema-from: ";

    private final Tally total = new Tally();
    private final Map<String, Tally> byKind = new ConcurrentHashMap<>();
    private final Map<String, Tally> byFeature = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> byError = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> checks = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> skips = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> findings = new ConcurrentHashMap<>();
    private final Set<Long> planShapes = ConcurrentHashMap.newKeySet();
    private final LongAdder rounds = new LongAdder();
    private final LongAdder plans = new LongAdder();
    private final LongAdder feedbackNanos = new LongAdder();

    Statistics() {}

    /** Goes on from what an earlier run has counted. Its plan shapes are counted anew. */
    Statistics(StatisticsSnapshot before) {
        total.add(before.total());
        rounds.add(before.rounds());
        plans.add(before.feedback().plans());
        feedbackNanos.add((long) (before.feedback().seconds() * 1e9));
        before.byKind().forEach((kind, count) -> tally(byKind, kind).add(count));
        before.byFeature().forEach((feature, count) -> tally(byFeature, feature).add(count));
        before.byError().forEach((code, count) -> add(byError, code, count));
        before.checks().forEach((oracle, count) -> add(checks, oracle, count));
        before.skips().forEach((reason, count) -> add(skips, reason, count));
        before.findings().forEach((kind, count) -> add(findings, kind, count));
    }

    /** A statement of that kind has run; it has the features of those numbers. */
    void ran(String kind, BitSet features, Outcome outcome) {
        total.count(outcome);
        tally(byKind, kind).count(outcome);
        for (int i = features.nextSetBit(0); i >= 0; i = features.nextSetBit(i + 1)) {
            tally(byFeature, Features.standard().name(i)).count(outcome);
        }
        if (outcome instanceof Outcome.Failed failed) {
            add(byError, Integer.toString(failed.error().code()), 1);
        } else if (outcome instanceof Outcome.Rows rows) {
            for (ResultTable table : rows.tables()) {
                PlanShape.of(table).ifPresent(planShapes::add);
            }
        }
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

    /** Something was not looked at, so many times. */
    void skipped(String reason, long times) {
        add(skips, reason, times);
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
        StatisticsSnapshot.Count all = total.sums();
        return new StatisticsSnapshot(
                elapsed.toMillis() / 1000.0,
                all.statements(),
                all.succeeded(),
                all.timeouts(),
                all.constraint(),
                all.locked(),
                kinds(),
                sums(byError),
                features(),
                sums(checks),
                sums(skips),
                planShapes.size(),
                sums(findings),
                rounds.sum(),
                new StatisticsSnapshot.Feedback(plans.sum(), feedbackNanos.sum() / 1_000_000 / 1000.0));
    }

    private Map<String, StatisticsSnapshot.Count> kinds() {
        Map<String, StatisticsSnapshot.Count> counts = new TreeMap<>();
        byKind.forEach((kind, tally) -> counts.put(kind, tally.sums()));
        return counts;
    }

    /** Features that an earlier version of the list had come last. */
    private Map<String, StatisticsSnapshot.Count> features() {
        Map<String, StatisticsSnapshot.Count> counts = new LinkedHashMap<>();
        Features.standard().names().forEach(name -> counts.put(name, new Tally().sums()));
        new TreeMap<>(byFeature).forEach((name, tally) -> counts.put(name, tally.sums()));
        return counts;
    }

    private static Tally tally(Map<String, Tally> tallies, String name) {
        Tally known = tallies.get(name);
        return known != null ? known : tallies.computeIfAbsent(name, unused -> new Tally());
    }

    private static void add(Map<String, LongAdder> counters, String name, long amount) {
        counters.computeIfAbsent(name, unused -> new LongAdder()).add(amount);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counters) {
        Map<String, Long> sums = new TreeMap<>();
        counters.forEach((name, counter) -> sums.put(name, counter.sum()));
        return sums;
    }
}
