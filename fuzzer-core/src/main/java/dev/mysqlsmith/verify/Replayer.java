package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.server.Server;

/** Runs a history again. Confirmation, reduction and check all use it, so that they agree on what a failure is. */
public final class Replayer {
    private final ReplaySettings settings;

    public Replayer(ReplaySettings settings) {
        this.settings = settings;
    }

    /** Resets the server, runs the history, and says what befell the server. */
    public Incident replay(Server server, History history) {
        server.reset();
        return run(server, history).incident();
    }

    /** Runs the history on the server as it is, as {@code mysql --force} would: an error ends nothing. */
    public Replay run(Server server, History history) {
        throw new UnsupportedOperationException(settings.toString());
    }
}
