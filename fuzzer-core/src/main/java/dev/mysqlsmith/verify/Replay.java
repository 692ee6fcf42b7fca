package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import java.util.List;

/**
 * What a history did on a server.
 *
 * @param incident what befell the server
 * @param outcomes one a statement, in order, up to the one after which the server was gone
 * @param log the server's error log of the run
 * @param extent how much was compared with references, for people; empty where nothing was
 */
public record Replay(Incident incident, List<Outcome> outcomes, String log, String extent) {
    public Replay {
        outcomes = List.copyOf(outcomes);
    }

    /** One number a statement: the error that it gave, 0 for none. */
    public List<Integer> errors() {
        return errors(outcomes);
    }

    static List<Integer> errors(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome instanceof Outcome.Failed failed
                        ? failed.error().code()
                        : 0)
                .toList();
    }
}
