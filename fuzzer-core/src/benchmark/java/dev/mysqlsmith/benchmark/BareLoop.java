package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.server.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Sends statements one after the other and reads what comes back, nothing else; a round has a connection of its own. */
final class BareLoop implements AutoCloseable {
    private static final String ROUND = "DROP DATABASE IF EXISTS ";

    private final Server server;
    private Connection connection;
    private Statement statement;
    private long nanos;
    private int failed;
    private int lost;

    BareLoop(Server server) throws SQLException {
        this.server = server;
        this.connection = server.connect();
        this.statement = connection.createStatement();
    }

    void send(String sql) throws SQLException {
        long begin = System.nanoTime();
        if (sql.startsWith(ROUND)) {
            reconnect();
        }
        try {
            execute(sql);
        } catch (SQLException | RuntimeException e) { // the driver throws both
            failed++;
        }
        nanos += System.nanoTime() - begin;
        if (connection.isClosed()) {
            lost++;
            server.restart();
            reconnect();
        }
    }

    /** Without the time that a server takes to come back. */
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
        connection.close();
    }

    private void reconnect() throws SQLException {
        connection.close();
        connection = server.connect();
        statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setEscapeProcessing(false);
        statement.setFetchSize(Integer.MIN_VALUE);
        statement.execute("SET SESSION max_execution_time = 2000"); // what a campaign stops after 2 s, too
    }

    private void execute(String sql) throws SQLException {
        boolean rows = statement.execute(sql);
        while (true) {
            if (rows) {
                drain();
            } else if (statement.getLargeUpdateCount() < 0) {
                return;
            }
            rows = statement.getMoreResults();
        }
    }

    private void drain() throws SQLException {
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
