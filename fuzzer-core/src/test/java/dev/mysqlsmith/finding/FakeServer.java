package dev.mysqlsmith.finding;

import dev.mysqlsmith.server.Evidence;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerEndpoint;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server without a process: it has the evidence that it is given, and counts its resets. */
public final class FakeServer implements Server {
    private final Evidence evidence;
    private final @Nullable String stacks;
    private final AtomicInteger resets = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean resetFails;

    public FakeServer(Evidence evidence, @Nullable String stacks) {
        this.evidence = evidence;
        this.stacks = stacks;
    }

    /** One that runs and has nothing to say. */
    public static FakeServer healthy() {
        return new FakeServer(new Evidence(true, null, null, false, false, ""), null);
    }

    public int resets() {
        return resets.get();
    }

    public boolean isClosed() {
        return closed;
    }

    public void failOnReset() {
        resetFails = true;
    }

    @Override
    public ServerSpec spec() {
        return ServerSpec.parse("mysql:8.0.12");
    }

    @Override
    public String versionString() {
        return "8.0.12 fake";
    }

    @Override
    public ServerEndpoint endpoint() {
        return new ServerEndpoint("jdbc:mysql://127.0.0.1:1/", null, null, null, null);
    }

    @Override
    public Connection connect() throws SQLException {
        throw new SQLException("a fake server takes no connections", "08001");
    }

    @Override
    public boolean isRestartable() {
        return true;
    }

    @Override
    public boolean isAlive() {
        return evidence.alive();
    }

    @Override
    public void reset() {
        if (resetFails) {
            throw new ServerException("no space left for the data directory");
        }
        resets.incrementAndGet();
    }

    @Override
    public void restart() {
        resets.incrementAndGet();
    }

    @Override
    public void kill() {}

    @Override
    public Evidence evidence(Duration patience) {
        return evidence;
    }

    @Override
    public @Nullable String threadStacks(Duration patience) {
        return stacks;
    }

    @Override
    public void close() {
        closed = true;
    }
}
