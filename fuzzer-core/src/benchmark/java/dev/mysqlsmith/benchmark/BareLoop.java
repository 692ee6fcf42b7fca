package dev.mysqlsmith.benchmark;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.server.Server;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements one after the other on the connections that they were sent on, by the protocol that they were sent by, reads
 * what comes back, nothing else.
 */
final class BareLoop implements AutoCloseable {
    /** What a campaign stops, too. */
    private static final int STATEMENT_SECONDS = 2;

    /** What does not stop then costs the server. */
    private static final int HANG_MILLIS = 30_000;

    private final Server server;
    private final Map<Long, Statement> open = new HashMap<>();
    private long nanos;
    private int failed;
    private int lost;

    BareLoop(Server server) {
        this.server = server;
    }

    void send(StatementRecorder.Sent sent) throws SQLException {
        long begin = System.nanoTime();
        @Nullable Statement statement = open.get(sent.connection());
        if (sent.sql() == null) {
            if (statement != null) {
                open.remove(sent.connection()).getConnection().close();
            }
        } else {
            if (statement == null) {
                statement = connect();
                open.put(sent.connection(), statement);
            }
            send(sent.sql(), statement);
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
        for (Statement statement : open.values()) {
            statement.getConnection().close();
        }
    }

    private void send(String sql, Statement statement) throws SQLException {
        try {
            if (BinaryProtocol.isMarked(sql)) {
                prepared(sql, statement.getConnection());
            } else {
                read(statement, statement.execute(sql));
            }
        } catch (SQLException | RuntimeException e) { // the driver throws both
            failed++;
        }
        if (statement.getConnection().isClosed()) {
            lost++;
            open.clear();
            server.restart(); // it may still be dying
        }
    }

    private Statement connect() throws SQLException {
        Connection connection = server.connect();
        connection.setNetworkTimeout(Runnable::run, HANG_MILLIS);
        connection
                .unwrap(JdbcConnection.class)
                .getPropertySet()
                .getBooleanProperty(PropertyKey.enableQueryTimeouts)
                .setValue(true); // campaigns have their own, so that it is off where they connect
        Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setEscapeProcessing(false);
        limit(statement);
        return statement;
    }

    private static void limit(Statement statement) throws SQLException {
        statement.setFetchSize(Integer.MIN_VALUE);
        statement.setQueryTimeout(STATEMENT_SECONDS);
    }

    private static void prepared(String sql, Connection connection) throws SQLException {
        try (PreparedStatement prepared = BinaryProtocol.prepare(connection, sql)) {
            limit(prepared);
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
