package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import java.util.Set;

/** Whether a candidate still shows the failure. May be called from several threads at once. */
public interface Interestingness {

    /** Runs the candidate and says what it showed; a fault is either {@link Answer#FAULT} or an exception, never another answer. */
    Answer test(History candidate);

    /** The same, with what is known about its statements; asked for the original only. */
    default Observation observe(History original) {
        Answer answer = test(original);
        return new Observation(answer, original.size(), Set.of(), Set.of(), answer.toString());
    }

    /**
     * Whether the same candidate may get another answer the next time. Then the original's rate is measured, and a candidate is
     * run as often as that rate asks for.
     */
    default boolean mayVary() {
        return false;
    }

    /** What the result of a search shows where candidates share nothing; where they never do, its search has said that already. */
    default Answer testAlone(History result) {
        return Answer.SAME;
    }

    /** Makes tests stricter after a result that did not hold; false where they can't be, so that another search is of no use. */
    default boolean tighten() {
        return false;
    }
}
