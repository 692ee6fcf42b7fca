package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import java.util.function.Predicate;

/** Looks at the original before the search: whether it fails at all, and how often where that may vary. */
final class OriginalObserver {
    /** A failure of every fifth run escapes one look of a hundred. */
    private static final int TRIES = 20;

    private final Interestingness interestingness;
    private final SearchClock clock;

    OriginalObserver(Interestingness interestingness, SearchClock clock) {
        this.interestingness = interestingness;
        this.clock = clock;
    }

    Original observe(History original) {
        int tries = interestingness.mayVary() ? TRIES : 1;
        Rate rate = new Rate(0, 0);
        Observation seen;
        do {
            clock.countExecution();
            seen = interestingness.observe(original);
            rate = rate.with(seen.answer() == Answer.SAME);
        } while (seen.answer().isMiss() && rate.runs() < tries && !clock.isOver());
        return new Original(seen, seen.answer() == Answer.SAME ? measured(original, rate, Rate::isKnown) : rate);
    }

    private Rate measured(History original, Rate first, Predicate<Rate> known) {
        Rate rate = first;
        while (interestingness.mayVary() && !known.test(rate) && !clock.isOver()) {
            rate = runAgain(original, rate);
        }
        return rate;
    }

    /** The rate after more runs: for a failure that was taken for certain, and of which a repro did not come back each time. */
    Rate doubted(History original, Rate first) {
        return measured(original, first, Rate::isWellKnown);
    }

    private Rate runAgain(History original, Rate rate) {
        clock.countExecution();
        Answer answer = interestingness.test(original);
        if (answer == Answer.FAULT) {
            throw new ReduceFaultException(
                    "the original could not be judged while its rate was measured (" + rate
                            + "); put that right and reduce again",
                    original,
                    new IllegalStateException(answer.toString()));
        }
        return rate.with(answer == Answer.SAME);
    }
}
