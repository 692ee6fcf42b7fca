package dev.mysqlsmith.verify;

import dev.mysqlsmith.server.Evidence;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerEndpoint;
import dev.mysqlsmith.server.ServerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A real server with a planted bug: while a statement with the word 'planted' in it sleeps, its process gets a signal. */
public final class SignalledServer implements Server {
    private static final String LOOK = "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE"
            + " '%planted%sleep(%' AND id <> CONNECTION_ID()";

    private final Server server;
    private final String signal;
    private final Thread watch;

    /** @param signal its name: {@code SEGV}, {@code KILL} */
    public SignalledServer(Server server, String signal) {
        this.server = server;
        this.signal = signal;
        this.watch = new Thread(this::watch, "planted-bug");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = server.connect();
                    Statement statement = connection.createStatement()) {
                look(statement);
            } catch (SQLException e) {
                pause(); // the server is down or restarting: look again
            }
        }
    }

    private void look(Statement statement) throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            try (ResultSet rows = statement.executeQuery(LOOK)) {
                if (rows.next() && rows.getLong(1) > 0) {
                    send(server.endpoint().pid());
                }
            }
            pause();
        }
    }

    private void send(@Nullable Long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ServerSpec spec() {
        return server.spec();
    }

    @Override
    public String versionString() {
        return server.versionString();
    }

    @Override
    public ServerEndpoint endpoint() {
        return server.endpoint();
    }

    @Override
    public Connection connect() throws SQLException {
        return server.connect();
    }

    @Override
    public boolean isRestartable() {
        return server.isRestartable();
    }

    @Override
    public boolean isAlive() {
        return server.isAlive();
    }

    @Override
    public void reset() {
        server.reset();
    }

    @Override
    public void restart() {
        server.restart();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public Evidence evidence(Duration patience) {
        return server.evidence(patience);
    }

    @Override
    public @Nullable String threadStacks(Duration patience) {
        return server.threadStacks(patience);
    }

    @Override
    public void close() {
        watch.interrupt();
        server.close();
    }
}
