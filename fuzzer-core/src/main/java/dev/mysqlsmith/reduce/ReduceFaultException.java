package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;

/** A candidate could not be judged, so that the search had to stop; the best so far is kept. */
public final class ReduceFaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient History best;

    ReduceFaultException(String message, History best, Throwable cause) {
        super(message, cause);
        this.best = best;
    }

    /** The smallest history that was known to show the failure when the search stopped. */
    public History best() {
        return best;
    }
}
