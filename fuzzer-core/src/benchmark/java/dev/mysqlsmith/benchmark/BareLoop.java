package dev.mysqlsmith.benchmark;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.mysqlsmith.campaign.CampaignLimits;
import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.execute.Deadline;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.server.Server;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements one after the other on the connections that they were sent on, by the protocol that they were sent by, reads
 * what comes back, nothing else.
 */
final class BareLoop implements AutoCloseable {
    private static final Duration LIMIT = CampaignLimits.defaults().statementTimeout();

    private final Server server;
    private final Map<Long, Open> open = new HashMap<>();
    private long nanos;
    private int failed;
    private int lost;

    BareLoop(Server server) {
        this.server = server;
    }

    void send(StatementRecorder.Sent sent) throws SQLException {
        long begin = System.nanoTime();
        @Nullable Open on = open.get(sent.connection());
        if (sent.sql() == null) {
            if (on != null) {
                open.remove(sent.connection()).close();
            }
        } else {
            if (on == null) {
                on = connect();
                open.put(sent.connection(), on);
            }
            send(sent.sql(), on);
        }
        nanos += System.nanoTime() - begin;
    }

    /** Connecting and the time that a server takes to come back are in it. */
    double seconds() {
        return nanos / 1e9;
    }

    int failed() {
        return failed;
    }

    int lost() {
        return lost;
    }

    @Override
    public void close() throws SQLException {
        for (Open on : open.values()) {
            on.close();
        }
    }

    /** A connection; what runs too long on it is stopped as campaigns do it. */
    private record Open(Statement statement, Deadline deadline) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            deadline.close();
            statement.getConnection().close();
        }
    }

    private void send(String sql, Open on) throws SQLException {
        on.deadline().start(System.nanoTime() + LIMIT.toNanos());
        try {
            if (BinaryProtocol.isMarked(sql)) {
                prepared(sql, on.statement().getConnection());
            } else {
                read(on.statement(), on.statement().execute(sql));
            }
        } catch (SQLException | RuntimeException e) { // the driver throws both
            failed++;
        }
        on.deadline().stop();
        if (on.statement().getConnection().isClosed()) {
            lost++;
            open.values().forEach(one -> one.deadline().close());
            open.clear();
            server.restart(); // it may still be dying
        }
    }

    private Open connect() throws SQLException {
        Connection connection = server.connect();
        Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setEscapeProcessing(false);
        statement.setFetchSize(Integer.MIN_VALUE);
        long id = connection.unwrap(JdbcConnection.class).getId();
        return new Open(statement, new Deadline(server, connection, id, Session.GRACE));
    }

    private static void prepared(String sql, Connection connection) throws SQLException {
        try (PreparedStatement prepared = BinaryProtocol.prepare(connection, sql)) {
            prepared.setFetchSize(Integer.MIN_VALUE);
            read(prepared, prepared.execute());
        }
    }

    private static void read(Statement statement, boolean rowsFirst) throws SQLException {
        boolean rows = rowsFirst;
        while (true) {
            if (rows) {
                drain(statement);
            } else if (statement.getLargeUpdateCount() < 0) {
                return;
            }
            rows = statement.getMoreResults();
        }
    }

    private static void drain(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getBytes(i);
                }
            }
        }
    }
}
