package dev.mysqlsmith.benchmark;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the driver sends on all connections of this process, in its order. The driver makes one for each connection. */
public final class StatementRecorder implements QueryInterceptor {
    private static final List<Sent> SENT = Collections.synchronizedList(new ArrayList<>());

    private static final AtomicLong CONNECTIONS = new AtomicLong();

    private final long connection = CONNECTIONS.incrementAndGet();

    /**
     * A statement.
     *
     * @param connection which of those that were opened, from 1 on
     * @param sql null where the connection was closed
     */
    record Sent(long connection, @Nullable String sql) {}

    /** Used by the driver. */
    public StatementRecorder() {}

    /** Puts itself before the driver: connections made from now on are recorded until {@link #take}. */
    static void begin() throws SQLException {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver instanceof com.mysql.cj.jdbc.Driver) {
                DriverManager.deregisterDriver(driver);
                DriverManager.registerDriver(new Recording(driver));
            }
        }
        SENT.clear();
    }

    /** What was sent since {@link #begin}; connections made from now on are not recorded. */
    static List<Sent> take() throws SQLException {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver instanceof Recording recording) {
                DriverManager.deregisterDriver(recording);
                DriverManager.registerDriver(recording.driver());
            }
        }
        return List.copyOf(SENT);
    }

    @Override
    public QueryInterceptor init(MysqlConnection made, Properties properties, Log log) {
        return this;
    }

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        String text = sql.get();
        if (query != null && !text.startsWith("KILL ")) { // what runs too long in the loop has another end
            SENT.add(new Sent(connection, text));
        }
        return null;
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T rows, ServerSession session) {
        return null;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return true;
    }

    @Override
    public void destroy() {
        SENT.add(new Sent(connection, null));
    }

    private record Recording(Driver driver) implements Driver {
        @Override
        public Connection connect(String url, Properties properties) throws SQLException {
            Properties more = new Properties();
            more.putAll(properties);
            more.setProperty("queryInterceptors", StatementRecorder.class.getName());
            return driver.connect(url, more);
        }

        @Override
        public boolean acceptsURL(String url) throws SQLException {
            return driver.acceptsURL(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
            return driver.getPropertyInfo(url, properties);
        }

        @Override
        public int getMajorVersion() {
            return driver.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return driver.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return driver.jdbcCompliant();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger(StatementRecorder.class.getName());
        }
    }
}
