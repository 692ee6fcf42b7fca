package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;

/** Runs a candidate as often as it takes to see a failure that comes back at times only. One hit is enough: chance shows none. */
final class RepeatedInterestingness implements Interestingness {
    private final Interestingness once;
    private final int runs;
    private final SearchClock clock;

    /** @param runs after which a candidate does not show it */
    RepeatedInterestingness(Interestingness once, int runs, SearchClock clock) {
        this.once = once;
        this.runs = runs;
        this.clock = clock;
    }

    /** The first run is counted by who asks. */
    @Override
    public Answer test(History candidate) {
        Answer answer = once.test(candidate);
        for (int run = 1; run < runs && answer.isMiss() && !clock.isOver(); run++) {
            clock.countExecution();
            answer = once.test(candidate);
        }
        return answer;
    }

    @Override
    public Answer testAlone(History result) {
        Answer answer = once.testAlone(result);
        for (int run = 1; run < runs && answer.isMiss() && !clock.isOver(); run++) {
            answer = once.testAlone(result);
        }
        return answer;
    }
}
