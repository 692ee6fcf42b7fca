package dev.mysqlsmith.execute;

import dev.mysqlsmith.server.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the statement that a session runs must be over, and what happens if it is not: KILL QUERY from a second connection,
 * and after the grace period the end of the connection. One thread looks at the deadlines of all sessions, so that a
 * statement that is in time costs a few writes to memory.
 */
final class Deadline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    private enum State {
        IDLE,
        RUNNING,
        FIRING
    }

    /** How a statement ended. */
    enum End {
        IN_TIME,
        /** It was over its time and ended, whether by KILL QUERY or by itself. */
        LATE,
        /** It was over its time and did not end: its connection was closed under it. */
        ABORTED
    }

    private final Server server;
    private final Connection connection;
    private final long connectionId;
    private final Duration grace;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    private volatile long due;

    // guarded by this, only while FIRING
    private boolean ended;
    private boolean aborted;
    private boolean done;

    Deadline(Server server, Connection connection, long connectionId, Duration grace) {
        this.server = server;
        this.connection = connection;
        this.connectionId = connectionId;
        this.grace = grace;
        Watchdog.watch(this);
    }

    Duration grace() {
        return grace;
    }

    /** A statement begins; {@code dueAt} is a time of {@link System#nanoTime}. */
    void start(long dueAt) {
        due = dueAt;
        state.set(State.RUNNING);
    }

    /** The statement ended. Waits for a KILL QUERY that is under way, so that it can't hit the next statement. */
    End stop() {
        if (state.compareAndSet(State.RUNNING, State.IDLE)) {
            return End.IN_TIME;
        }
        synchronized (this) {
            ended = true;
            notifyAll();
            boolean interrupted = false;
            while (!done) {
                interrupted |= !await(Long.MAX_VALUE);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            End end = aborted ? End.ABORTED : End.LATE;
            ended = false;
            aborted = false;
            done = false;
            state.set(State.IDLE);
            return end;
        }
    }

    /** Whether the caller is to call {@link #fire}: it answers so once a statement. */
    boolean isToFire(long now) {
        return state.get() == State.RUNNING && now - due > 0 && state.compareAndSet(State.RUNNING, State.FIRING);
    }

    /** Ends the statement; slow, as a server in trouble answers late or never. */
    void fire() {
        killQuery();
        boolean giveUp;
        synchronized (this) {
            long until = System.nanoTime() + grace.toNanos();
            while (!ended && System.nanoTime() - until < 0) {
                if (!await(until)) {
                    break;
                }
            }
            giveUp = !ended;
            aborted = giveUp;
        }
        if (giveUp) {
            abort(connection);
        }
        synchronized (this) {
            done = true;
            notifyAll();
        }
    }

    @Override
    public void close() {
        Watchdog.forget(this);
    }

    /** Closes the socket, whatever the server does. */
    static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("the connection was gone already", e);
        }
    }

    /** Waits for a change of state until then, or false where the thread was interrupted. */
    private boolean await(long until) {
        try {
            long millis = until == Long.MAX_VALUE ? 0 : Math.max(1, (until - System.nanoTime()) / 1_000_000);
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void killQuery() {
        try (Connection second = server.connect();
                Statement kill = second.createStatement()) {
            second.setNetworkTimeout(Runnable::run, (int) Math.max(1, grace.toMillis()));
            kill.execute("KILL QUERY " + connectionId);
        } catch (SQLException | RuntimeException e) {
            LOG.info("KILL QUERY {} did not work: {}", connectionId, e.getMessage());
        }
    }
}
