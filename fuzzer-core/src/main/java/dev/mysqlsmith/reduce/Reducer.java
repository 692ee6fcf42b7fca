package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;

/** Finds the smallest history that still shows a failure. */
public final class Reducer {

    /**
     * Checks the original first, then searches until nothing gets smaller or the budget ends.
     *
     * @throws ReduceFaultException where a candidate could not be judged for a fault of the tool or its environment
     */
    public Reduction reduce(
            History original, Interestingness interestingness, ReduceBudget budget, ReduceListener listener) {
        throw new UnsupportedOperationException();
    }
}
