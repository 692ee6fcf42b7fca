package dev.mysqlsmith.execute;

import dev.mysqlsmith.server.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the statement that a session runs must be over, and what happens if it is not: KILL QUERY from a second connection,
 * and after the grace period the end of the connection. One thread looks at the deadlines of all sessions, so that a
 * statement that is in time costs a few writes to memory.
 */
public final class Deadline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    /** After which the server is asked whether the statement has ended there; the client has as long to see it, too. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private enum State {
        IDLE,
        RUNNING,
        FIRING
    }

    /** How a statement ended. */
    public enum End {
        /** It ended by itself, in its time. */
        IN_TIME,
        /** It was over its time and ended, whether by KILL QUERY or by itself. */
        LATE,
        /** It was over its time and did not end: its connection was closed under it. */
        ABORTED,
        /** The same, but for the server it had ended: the client waited for what the answer lacks. */
        CUT_SHORT
    }

    private final Server server;
    private final Connection connection;
    private final long connectionId;
    private final Duration grace;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    private volatile long due;
    private volatile Firing firing = new Firing();

    /**
     * That of the statements of a connection, until it is closed.
     *
     * @param connectionId the server's number of it
     * @param grace how long a statement may take to end after KILL QUERY
     */
    public Deadline(Server server, Connection connection, long connectionId, Duration grace) {
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
    public void start(long dueAt) {
        due = dueAt;
        state.set(State.RUNNING);
    }

    /** The statement ended. Waits for a KILL QUERY that is under way, so that it can't hit the next statement. */
    public End stop() {
        if (state.compareAndSet(State.RUNNING, State.IDLE)) {
            return End.IN_TIME;
        }
        Firing late = firing;
        late.ended.countDown();
        awaitUninterruptibly(late.done);
        state.set(State.IDLE);
        return late.end;
    }

    /** Whether the caller is to call {@link #fire}: it answers so once a statement. */
    boolean isToFire(long now) {
        if (state.get() != State.RUNNING || now - due <= 0) {
            return false;
        }
        firing = new Firing();
        return state.compareAndSet(State.RUNNING, State.FIRING);
    }

    /** Ends the statement; slow, as a server in trouble answers late or never. */
    void fire() {
        Firing now = firing;
        try {
            now.end = killQuery(now);
            if (now.end != End.LATE) {
                abort(connection);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            now.done.countDown();
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

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private End killQuery(Firing now) throws InterruptedException {
        try (Connection second = server.connect();
                Statement statement = second.createStatement()) {
            second.setNetworkTimeout(Runnable::run, (int) Math.max(1, grace.toMillis()));
            statement.execute("KILL QUERY " + connectionId);
            return awaitEnd(System.nanoTime() + grace.toNanos(), now, statement);
        } catch (SQLException | RuntimeException e) {
            LOG.info("KILL QUERY {} did not work: {}", connectionId, e.getMessage());
            return now.ended.await(grace.toMillis(), TimeUnit.MILLISECONDS) ? End.LATE : End.ABORTED;
        }
    }

    /** Waits for its end until then; asks the server, too, for it may have ended there and not for the client. */
    private End awaitEnd(long limit, Firing now, Statement statement) throws SQLException, InterruptedException {
        boolean idle = false;
        do {
            if (now.ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return End.LATE;
            }
            if (idle) {
                return End.CUT_SHORT;
            }
            idle = isIdle(statement);
        } while (idle || System.nanoTime() - limit < 0);
        return End.ABORTED;
    }

    /** Whether the server waits for the session's next statement. */
    private boolean isIdle(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT COMMAND FROM information_schema.PROCESSLIST WHERE ID = " + connectionId)) {
            return rows.next() && rows.getString(1).equals("Sleep");
        }
    }

    /** What the session and the thread that ends its statement tell each other. */
    private static final class Firing {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile End end = End.LATE;
    }
}
