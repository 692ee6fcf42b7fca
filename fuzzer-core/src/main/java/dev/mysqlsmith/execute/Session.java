package dev.mysqlsmith.execute;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.server.Server;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which statements run one after the other, each under a timeout. Used by one thread at a time.
 *
 * <p>A statement that is over its time is ended by KILL QUERY from a second connection; one that does not end then either,
 * within the grace period, costs the session.
 */
public final class Session implements AutoCloseable {

    /** Rows kept of a result set; the others are read and dropped. */
    public static final int MAX_ROWS = 10_000;

    /** How long a statement may take to end after KILL QUERY. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** Connecting for KILL QUERY takes time too; only when all that failed may the socket's own timeout come. */
    private static final Duration LAST_GUARD = Duration.ofSeconds(60);

    /** A huge result must not fill our memory. */
    private static final int ROW_BY_ROW = Integer.MIN_VALUE;

    private static final ResultReader READER = new ResultReader(MAX_ROWS, false);

    /** The driver decodes binary rows, and there are values that it refuses. */
    private static final ResultReader BINARY_READER = new ResultReader(MAX_ROWS, true);

    private final Connection connection;
    private final Statement statement;
    private final long id;
    private final Duration timeout;
    private final Deadline deadline;
    private Duration socketTimeout = Duration.ZERO;
    private boolean usable = true;

    private Session(Server server, Connection connection, Duration timeout, Duration grace) throws SQLException {
        this.connection = connection;
        this.timeout = timeout;
        this.id = connection.unwrap(JdbcConnection.class).getId();
        this.statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setEscapeProcessing(false);
        statement.setFetchSize(ROW_BY_ROW);
        this.deadline = new Deadline(server, connection, id, grace);
    }

    /**
     * Opens a session without a default database.
     *
     * @param timeout of each statement
     * @throws SessionException where the server gives no connection
     */
    public static Session open(Server server, Duration timeout) {
        return open(server, timeout, GRACE);
    }

    /** As {@link #open(Server, Duration)}, with that default database. */
    public static Session open(Server server, String database, Duration timeout) {
        Session session = open(server, timeout, GRACE);
        Outcome used = session.use(database);
        if (!used.succeeded()) {
            session.close();
            throw new SessionException("can't use database '" + database + "': " + used, null);
        }
        return session;
    }

    /** As {@link #open(Server, Duration)}; statements get {@code grace} to end after KILL QUERY. */
    public static Session open(Server server, Duration timeout, Duration grace) {
        Connection connection = null;
        try {
            connection = server.connect();
            return new Session(server, connection, timeout, grace);
        } catch (SQLException e) {
            if (connection != null) {
                Deadline.abort(connection);
            }
            throw new SessionException(
                    "no connection to " + server.spec().withoutPassword() + ": " + e.getMessage(), e);
        }
    }

    /** The server's number of this connection. */
    public long connectionId() {
        return id;
    }

    /** Whether another statement can run on it. */
    public boolean isUsable() {
        return usable;
    }

    /** Makes it the default database. */
    public Outcome use(String database) {
        return execute("USE " + SqlTokens.quoted(database));
    }

    /** Runs a statement under the session's timeout, by the {@link BinaryProtocol} where it is marked for that. */
    public Outcome execute(String sql) {
        return execute(sql, timeout);
    }

    /**
     * Runs a statement; {@code limit} is how long it may take.
     *
     * @throws SessionException where the driver fails by itself
     */
    public Outcome execute(String sql, Duration limit) {
        if (!usable) {
            return new Outcome.ConnectionLost("the session was lost before", Duration.ZERO);
        }
        if (sql.isEmpty()) { // the driver does not send it; the server would say this
            return new Outcome.Failed(new SqlError(1065, "42000", "Query was empty"), Duration.ZERO);
        }
        long begin = System.nanoTime();
        Outcome outcome = null;
        Exception failure = null;
        try {
            guardSocket(limit.plus(deadline.grace()).plus(LAST_GUARD));
            deadline.start(begin + limit.toNanos());
            outcome = run(sql, begin);
        } catch (SQLException | RuntimeException e) { // the driver throws both
            failure = e;
        }
        Deadline.End end = deadline.stop();
        if (end == Deadline.End.IN_TIME) {
            return outcome != null ? outcome : failed(failure, begin);
        }
        return late(end, failure, begin);
    }

    /** The rows of SHOW WARNINGS for the statement before: level, code, message. */
    public List<List<@Nullable String>> warnings() {
        return execute("SHOW WARNINGS") instanceof Outcome.Rows rows
                ? rows.tables().get(0).rows()
                : List.of();
    }

    @Override
    public void close() {
        deadline.close();
        try {
            if (usable) {
                guardSocket(GRACE);
                connection.close();
            }
        } catch (SQLException e) {
            usable = false; // it broke while it was closed: gone either way
        }
        Deadline.abort(connection);
        usable = false;
    }

    private Outcome run(String sql, long begin) throws SQLException {
        if (!BinaryProtocol.isMarked(sql)) {
            return results(statement, statement.execute(sql), READER, begin);
        }
        try (PreparedStatement prepared = BinaryProtocol.prepare(connection, sql)) {
            prepared.setFetchSize(ROW_BY_ROW);
            return results(prepared, prepared.execute(), BINARY_READER, begin);
        }
    }

    private static Outcome results(Statement ran, boolean rowsFirst, ResultReader reader, long begin)
            throws SQLException {
        List<ResultTable> tables = new ArrayList<>(1);
        long count = 0;
        boolean hasRows = rowsFirst;
        while (true) {
            if (hasRows) {
                try (ResultSet rows = ran.getResultSet()) {
                    tables.add(reader.read(rows));
                }
            } else {
                long updated = ran.getLargeUpdateCount();
                if (updated < 0) {
                    break;
                }
                count += updated;
            }
            hasRows = ran.getMoreResults();
        }
        return tables.isEmpty()
                ? new Outcome.Updated(count, since(begin))
                : new Outcome.Rows(List.copyOf(tables), since(begin));
    }

    private Outcome failed(@Nullable Exception e, long begin) {
        if (e instanceof SQLException answer && ServerErrors.isServerError(answer)) {
            return new Outcome.Failed(ServerErrors.of(answer), since(begin));
        }
        usable = false;
        if (e instanceof IndexOutOfBoundsException || e instanceof NegativeArraySizeException) {
            return new Outcome.Malformed("a packet is shorter than it says: " + e, since(begin));
        }
        if (e instanceof SQLException lost && ServerErrors.isConnectionLost(lost)) {
            return ServerErrors.isTimeout(lost)
                    ? new Outcome.TimedOut(false, since(begin))
                    : new Outcome.ConnectionLost(ServerErrors.rootCause(lost), since(begin));
        }
        throw new SessionException("the driver failed by itself: " + e, e);
    }

    /** The statement was over its time, and KILL QUERY was sent. */
    private Outcome late(Deadline.End end, @Nullable Exception failure, long begin) {
        Duration elapsed = since(begin);
        if (end != Deadline.End.LATE) {
            usable = false;
            return end == Deadline.End.CUT_SHORT
                    ? new Outcome.Malformed(
                            "the server waits for the next statement, and the client for the rest of the answer",
                            elapsed)
                    : new Outcome.TimedOut(false, elapsed);
        }
        if (failure != null && !(failure instanceof SQLException answer && ServerErrors.isServerError(answer))) {
            return failed(failure, begin);
        }
        absorbKill();
        return new Outcome.TimedOut(true, elapsed);
    }

    /** KILL QUERY may come when its statement has just ended, and then hits the next one: give it one to hit. */
    private void absorbKill() {
        for (int i = 0; i < 2 && usable; i++) {
            try {
                connection.setNetworkTimeout(Runnable::run, (int) GRACE.toMillis());
                socketTimeout = GRACE;
                statement.execute("DO 0");
                return;
            } catch (SQLException e) {
                usable = ServerErrors.isServerError(e);
            }
        }
    }

    private void guardSocket(Duration needed) throws SQLException {
        if (needed.compareTo(socketTimeout) > 0) {
            socketTimeout = needed;
            connection.setNetworkTimeout(Runnable::run, (int) Math.min(Integer.MAX_VALUE, needed.toMillis()));
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
