package dev.mysqlsmith.finding;

import dev.mysqlsmith.server.Evidence;

/** Reads out of what a server left behind what befell it. A hang is not in there: see {@link IncidentExaminer}. */
public final class IncidentReader {
    private IncidentReader() {}

    /** What befell the server. */
    public static Incident read(Evidence evidence) {
        throw new UnsupportedOperationException();
    }
}
