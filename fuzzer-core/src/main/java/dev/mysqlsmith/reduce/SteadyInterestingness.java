package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the search for a certain failure from what fails by luck: a script may have another statement that shows the same
 * failure at times, and one lucky run would lead the search there. What takes away half of the statements must come back each time.
 */
final class SteadyInterestingness implements Interestingness {
    private static final int RUNS = 3;
    private static final int RUNS_IN_DOUBT = 10;

    private final Interestingness once;
    private final SearchClock clock;
    private final boolean always;
    private final AtomicInteger checked = new AtomicInteger(Integer.MAX_VALUE);

    /** @param always whether all that is kept must come back each time */
    SteadyInterestingness(Interestingness once, SearchClock clock, boolean always) {
        this.once = once;
        this.clock = clock;
        this.always = always;
    }

    /** The first run is counted by who asks. */
    @Override
    public Answer test(History candidate) {
        Answer answer = once.test(candidate);
        if (answer != Answer.SAME || !(always || candidate.size() <= checked.get() / 2)) {
            return answer;
        }
        int runs = always ? RUNS_IN_DOUBT : RUNS;
        for (int run = 1; run < runs && answer == Answer.SAME && !clock.isOver(); run++) {
            clock.countExecution();
            answer = once.test(candidate);
        }
        if (answer == Answer.SAME) {
            checked.accumulateAndGet(candidate.size(), Math::min);
        }
        return answer;
    }

    @Override
    public Answer testAlone(History result) {
        return once.testAlone(result);
    }
}
