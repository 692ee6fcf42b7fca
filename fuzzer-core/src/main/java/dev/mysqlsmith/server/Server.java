package dev.mysqlsmith.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A started server. Callers do not know whether it is embedded, a container, a build on this machine or somebody's
 * running instance; what it can't do it says by {@link #isRestartable()}.
 *
 * <p>All methods may be called from any thread. Every fault of the tool or the environment is a {@link ServerException};
 * a server that died by itself is not a fault, it is what {@link #evidence} tells.
 */
public interface Server extends AutoCloseable {

    /** The spec that started it. */
    ServerSpec spec();

    /** {@code SELECT VERSION()}, and the build's comment behind a blank: {@code 8.0.33-debug MySQL Community Server (GPL)}. */
    String versionString();

    /** Where it listens and what it writes. Changes with each restart. */
    ServerEndpoint endpoint();

    /** Opens a connection as the administrative user without a default database, within a connect timeout of 10 s. */
    Connection connect() throws SQLException;

    /** Whether {@link #reset}, {@link #restart} and {@link #kill} work: false for a running server that is not ours. */
    boolean isRestartable();

    /** Whether the server process runs now; for a running server that is not ours, whether it accepts a connection. */
    boolean isAlive();

    /**
     * Brings it back to its clean snapshot, as it was when it was first started, whatever state it is in now. On a server
     * that is not restartable it drops the databases that we made and nothing else.
     */
    void reset();

    /** Starts it again on the data that it has now (crash recovery runs). */
    void restart();

    /** Ends the process as {@code kill -9} does, and waits until it is gone. */
    void kill();

    /**
     * What happened since the last start: waits up to {@code patience} for a dying process to be gone (a server that
     * crashes writes its stack for a while), then reads exit status and log.
     */
    Evidence evidence(Duration patience);

    /** The stacks of the process's threads where a debugger is at hand (gdb), for hangs; null where it is not. */
    @Nullable
    String threadStacks(Duration patience);

    /** Ends the server and removes its data. Never throws. */
    @Override
    void close();
}
