package dev.mysqlsmith.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a started server listens and what it writes.
 *
 * @param jdbcUrl without a database: {@code jdbc:mysql://127.0.0.1:34567/?user=root...}
 * @param socket the Unix socket, where there is one
 * @param pid the process id of the server, where it is a process that we see
 * @param dataDir its data directory, where it is on this machine
 * @param errorLog its error log since the last start, where it is on this machine
 */
public record ServerEndpoint(
        String jdbcUrl,
        @Nullable Path socket,
        @Nullable Long pid,
        @Nullable Path dataDir,
        @Nullable Path errorLog) {}
