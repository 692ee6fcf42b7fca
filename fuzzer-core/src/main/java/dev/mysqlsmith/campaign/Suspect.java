package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Incident;
import java.util.List;

/**
 * A failure as a worker met it, to be confirmed.
 *
 * @param oracle that suspected it
 * @param round the statements of the round that met it
 * @param sinceReset the statements since the server's clean snapshot, those of the round included
 * @param serverLog the server's error log
 */
record Suspect(Incident.Failure failure, String oracle, List<String> round, List<String> sinceReset, String serverLog) {
    Suspect {
        round = List.copyOf(round);
        sinceReset = List.copyOf(sinceReset);
    }

    /** The statement that showed it; empty where the server failed before one. */
    String statement() {
        return round.isEmpty() ? "" : round.get(round.size() - 1);
    }
}
