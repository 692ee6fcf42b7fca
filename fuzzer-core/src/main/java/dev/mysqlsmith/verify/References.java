package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import java.util.Optional;

/** Judges what a history did on a server by what it does on others. */
final class References {
    private final List<Reference> references;
    private final Divergence divergence;
    private String extent = "";

    References(History history, String versionString, List<Reference> references) {
        this.references = references;
        ServerVersion newest = ServerVersion.parse(versionString);
        for (Reference reference : references) {
            newest = reference.version().compareTo(newest) > 0 ? reference.version() : newest;
        }
        this.divergence = new Divergence(history, newest);
    }

    /** The same replay, with the first difference from a reference as its failure where it has none of its own. */
    Replay judge(Replay replay) {
        if (!(replay.incident() instanceof Incident.Nothing)) {
            return replay;
        }
        for (Reference reference : references) {
            Optional<Incident.Failure> failure = divergence.find(replay, reference.first(), reference.second());
            if (failure.isPresent()) {
                Incident.Failure found = failure.get();
                return new Replay(
                        new Incident.Failure(
                                found.signature(), "against " + reference.server() + ": " + found.evidence()),
                        replay.outcomes(),
                        replay.log());
            }
            extent = divergence.extent();
        }
        return replay;
    }

    /** How much was compared, for people; empty where there is nothing to compare with. */
    String extent() {
        return extent;
    }
}
