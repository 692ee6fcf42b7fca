package dev.mysqlsmith.finding;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.server.Evidence;
import dev.mysqlsmith.server.Server;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at a server after a statement: waits for a dying one to be gone, asks a hanging one for its threads' stacks. */
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
        boolean suspicious = last != null && last.endsSession();
        Evidence evidence = server.evidence(suspicious ? dying : Duration.ZERO);
        Incident incident = IncidentReader.read(evidence);
        boolean hangs = last instanceof Outcome.TimedOut late && !late.killed() && evidence.alive();
        return incident instanceof Incident.Nothing && hangs
                ? HangReader.read(sql == null ? "" : sql, server.threadStacks(STACKS))
                : incident;
    }
}
