package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.server.ServerSpec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repro, and the servers on which it is to be tried.
 *
 * @param history the repro's statements
 * @param servers where to run it, each on its own
 * @param runs how often on each; every run starts on a fresh server
 * @param expected the failure that is asked for: a signature's id, or a part of its text; null for any failure
 * @param statementTimeout after which a statement is killed
 */
public record CheckRequest(
        History history,
        List<ServerSpec> servers,
        int runs,
        @Nullable String expected,
        Duration statementTimeout) {
    public CheckRequest {
        servers = List.copyOf(servers);
        if (runs < 1) {
            throw new IllegalArgumentException("runs '" + runs + "': expected 1 or more");
        }
    }
}
