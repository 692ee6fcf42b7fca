package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.report.StatisticsSnapshot;
import java.util.concurrent.atomic.LongAdder;

/** What came of the statements of one kind, or with one feature. Thread-safe. */
final class Tally {
    private final LongAdder statements = new LongAdder();
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder constraint = new LongAdder();
    private final LongAdder locked = new LongAdder();

    void count(Outcome outcome) {
        statements.increment();
        if (outcome.succeeded()) {
            succeeded.increment();
        } else if (outcome instanceof Outcome.TimedOut) {
            timeouts.increment();
        } else if (outcome instanceof Outcome.Failed failed) {
            if (failed.error().isConstraint()) {
                constraint.increment();
            } else if (failed.error().isLocked()) {
                locked.increment();
            }
        }
    }

    void add(StatisticsSnapshot.Count before) {
        statements.add(before.statements());
        succeeded.add(before.succeeded());
        timeouts.add(before.timeouts());
        constraint.add(before.constraint());
        locked.add(before.locked());
    }

    StatisticsSnapshot.Count sums() {
        return new StatisticsSnapshot.Count(
                statements.sum(), succeeded.sum(), timeouts.sum(), constraint.sum(), locked.sum());
    }
}
