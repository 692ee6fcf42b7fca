package dev.mysqlsmith.finding;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.server.Evidence;
import dev.mysqlsmith.server.Server;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a server after a statement: waits for a dying one to be gone, asks a hanging one for its threads' stacks, and
 * takes an answer that breaks the protocol for a failure.
 */
public final class IncidentExaminer {
    private static final Duration STACKS = Duration.ofSeconds(60);

    private final Duration dying;

    /** @param dying how long to wait for a server that lost a connection to be gone */
    public IncidentExaminer(Duration dying) {
        this.dying = dying;
    }

    /**
     * Says what befell the server.
     *
     * @param sql the last statement, where there was one
     * @param last what it did
     */
    public Incident examine(Server server, @Nullable String sql, @Nullable Outcome last) {
        boolean suspicious = last != null && last.endsSession() && !(last instanceof Outcome.Malformed);
        Evidence evidence = server.evidence(suspicious ? dying : Duration.ZERO);
        Incident incident = IncidentReader.read(evidence);
        if (!(incident instanceof Incident.Nothing) || !evidence.alive()) {
            return incident;
        }
        String statement = sql == null ? "" : sql;
        if (last instanceof Outcome.Malformed malformed) {
            Signature signature = new Signature(Kind.ERROR, "malformed answer to " + FirstWords.of(statement));
            return new Incident.Failure(signature, malformed.message() + "\n");
        }
        boolean hangs = last instanceof Outcome.TimedOut late && !late.killed();
        return hangs ? HangReader.read(statement, server.threadStacks(STACKS)) : incident;
    }
}
