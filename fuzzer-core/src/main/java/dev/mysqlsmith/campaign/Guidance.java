package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.SqlError;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.UsedChoices;
import dev.mysqlsmith.random.Choices;
import java.util.HashSet;
import java.util.Set;

/**
 * Leads one worker's generator to what has given new plans and away from what fails or takes too long. Weights change
 * between rounds only, and each change is written down first (ADR 16).
 */
final class Guidance {
    /** A statement that took all its time cost as much as many that fail, and as many queries with plans of no news. */
    private static final int TIMED_OUT = 20;

    /** One that ended the session took the rest of the round and a restart: the same crash is met again and again. */
    private static final int LOST = 30;

    private static final int LEAST_ROUNDS = 2;
    private static final int MOST_ROUNDS = 10;
    private static final int ROUNDS_A_STEP = 8;

    private final int worker;
    private final WeightsFile file;
    private final Choices choices;
    private final Arms arms;
    private final Set<Long> shapes = new HashSet<>();
    private double[] factors;
    private long changed;

    /** @param round the round that the worker goes on with: what was written down for it and before holds */
    Guidance(int worker, long round, int choiceCount, WeightsFile file, Choices choices) {
        this.worker = worker;
        this.file = file;
        this.choices = choices;
        this.arms = new Arms(choiceCount);
        this.changed = round;
        this.factors = file.before(worker, round)
                .map(change -> arms.restore(change.arms()))
                .orElseGet(() -> arms.restore(java.util.List.of()));
    }

    /** Sets the weights of a generator that is to be made. */
    void lead(GeneratorTools tools) {
        tools.reweigh(factors);
    }

    /** A statement has run. */
    void ran(GeneratedStatement statement, Outcome outcome) {
        UsedChoices used = statement.used();
        if (outcome.endsSession()) {
            fail(used, LOST);
        } else if (outcome instanceof Outcome.TimedOut) {
            fail(used, TIMED_OUT);
            for (int i = 0; i < TIMED_OUT; i++) {
                arms.planned(used, false);
            }
        } else if (!(outcome instanceof Outcome.Failed failed)) {
            arms.ran(used, false);
        } else if (!isOfData(failed.error())) {
            fail(used, 1);
        }
    }

    private void fail(UsedChoices used, int times) {
        for (int i = 0; i < times; i++) {
            arms.ran(used, true);
        }
    }

    /** What says nothing about a statement: a row was against it, or another transaction. */
    private static boolean isOfData(SqlError error) {
        return error.isConstraint() || error.isLocked();
    }

    /** The plan of a query was seen. */
    void planned(GeneratedStatement query, long shape) {
        arms.planned(query.used(), shapes.add(shape));
    }

    /** A round is over; true where the weights have changed for those that come. */
    boolean changesBefore(long round) {
        long wait = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, round / ROUNDS_A_STEP));
        if (round - changed < wait) {
            return false;
        }
        changed = round;
        factors = arms.draw(choices.split(round));
        file.append(new WeightsFile.Change(worker, round, arms.all()));
        return true;
    }
}
