package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerSpec;
import java.util.function.Function;

/**
 * What a history does on a server that is held to be right.
 *
 * @param first what it did
 * @param second what it did another time, on a server as fresh
 */
record Reference(String server, ServerVersion version, Replay first, Replay second) {

    /**
     * Runs the history there, twice.
     *
     * @throws ServerException where the server can't be had, or fails itself
     */
    static Reference run(ServerSpec spec, Function<ServerSpec, Server> starter, CheckRequest request) {
        Replayer replayer = new Replayer(ReplaySettings.defaults().withStatementTimeout(request.statementTimeout()));
        String name = spec.withoutPassword();
        try (Server server = starter.apply(spec)) {
            if (!server.isRestartable()) {
                server.reset();
            }
            Replay first = sound(name, replayer.run(server, request.history()));
            server.reset();
            Replay second = sound(name, replayer.run(server, request.history()));
            return new Reference(name, ServerVersion.parse(server.versionString()), first, second);
        }
    }

    private static Replay sound(String name, Replay replay) {
        if (replay.incident() instanceof Incident.Failure failure) {
            throw new ServerException("the reference '" + name + "' fails itself (" + failure.signature()
                    + "): name another one with --against");
        }
        if (replay.incident() instanceof Incident.ServerLost lost) {
            throw new ServerException("the reference '" + name + "' was lost: " + lost.reason());
        }
        return replay;
    }
}
