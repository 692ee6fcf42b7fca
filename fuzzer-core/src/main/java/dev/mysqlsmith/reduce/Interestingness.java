package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;

/** Whether a candidate still shows the failure. May be called from several threads at once. */
public interface Interestingness {

    /** Runs the candidate and says what it showed; a fault is either {@link Answer#FAULT} or an exception, never another answer. */
    Answer test(History candidate);
}
