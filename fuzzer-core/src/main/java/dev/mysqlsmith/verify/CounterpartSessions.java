package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.oracle.Counterpart;
import dev.mysqlsmith.server.Server;
import java.time.Duration;

/** A started server as a counterpart: for one history. */
final class CounterpartSessions implements Counterpart, AutoCloseable {
    private final Server server;
    private final ReplaySessions sessions;

    /** @param timeout of each statement */
    CounterpartSessions(Server server, Duration timeout) {
        this.server = server;
        this.sessions = new ReplaySessions(server, timeout);
    }

    @Override
    public String name() {
        return server.spec().withoutPassword();
    }

    @Override
    public String versionString() {
        return server.versionString();
    }

    @Override
    public Outcome run(int session, String sql) {
        return sessions.execute(new Step(session, sql));
    }

    @Override
    public void close() {
        sessions.close();
    }
}
