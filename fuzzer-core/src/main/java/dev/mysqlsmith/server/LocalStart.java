package dev.mysqlsmith.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Starts mysqld on the data in a run folder, and waits until it answers. */
final class LocalStart {

    /** Long enough for a debug build's recovery on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int PORTS_TO_TRY = 10;
    private static final Duration POLL = Duration.ofMillis(5);

    /**
     * A server that answers.
     *
     * @param version its version and comment
     */
    record Started(ServerProcess process, int port, String jdbcUrl, String version) {}

    private final Basedir base;
    private final RunFolder folder;
    private final IntSupplier ports;

    LocalStart(Basedir base, RunFolder folder) {
        this(base, folder, LocalStart::freePort);
    }

    /** With {@code ports} to try one after the other. */
    LocalStart(Basedir base, RunFolder folder, IntSupplier ports) {
        this.base = base;
        this.folder = folder;
        this.ports = ports;
    }

    Started run(List<ServerOption> options) {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt(); // somebody may take it before the server does
            deleteStale();
            ServerProcess process = ServerProcess.start(
                    base, new MysqldOptions(base).run(folder, port, options), folder.path(), folder.log(), null);
            try {
                if (awaitPidFile(process)) {
                    String url = Jdbc.localUrl(port);
                    return new Started(process, port, url, awaitAnswer(process, url));
                }
                if (attempt == PORTS_TO_TRY || !StartFailure.isPortTaken(folder)) {
                    throw StartFailure.of(base, folder, process, "does not start");
                }
            } catch (RuntimeException e) {
                process.kill();
                throw e;
            }
        }
    }

    /** Whether it came up: it writes the file once it holds its port. */
    private boolean awaitPidFile(ServerProcess process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(folder.pidFile())) {
            if (process.waitFor(POLL)) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw StartFailure.of(base, folder, process, "did not come up in " + PATIENCE.toSeconds() + " s");
            }
        }
        return true;
    }

    private String awaitAnswer(ServerProcess process, String url) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        SQLException last = null;
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = Jdbc.connect(url)) {
                return Jdbc.version(connection);
            } catch (SQLException e) {
                last = e;
                process.waitFor(POLL);
            }
        }
        throw failure(process, last);
    }

    private ServerException failure(ServerProcess process, @Nullable SQLException last) {
        String what = last == null || !process.isAlive()
                ? "does not start"
                : "starts, and gives no connection: " + last.getMessage();
        return StartFailure.of(base, folder, process, what);
    }

    private void deleteStale() {
        try {
            Files.deleteIfExists(folder.pidFile());
            Files.deleteIfExists(folder.socket());
        } catch (IOException e) {
            throw new ServerException("can't delete what an earlier start left in '" + folder.path() + "': " + e, e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerException("no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }
}
