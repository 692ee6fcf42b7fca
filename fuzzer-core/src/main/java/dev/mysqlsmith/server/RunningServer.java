package dev.mysqlsmith.server;

import dev.mysqlsmith.grammar.SqlTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody's server, to which we only connect. Nothing of it is ended or changed but the databases that were made while we
 * use it and whose names begin with {@link Servers#DATABASE_PREFIX}.
 */
final class RunningServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    /** Two clocks and whole seconds: a start time that moved less than this did not move. */
    private static final long TOLERANCE_SECONDS = 5;

    private static final Duration RETRY = Duration.ofMillis(100);

    private final ServerSpec spec;
    private final String url;
    private final String version;
    private final Set<String> foreign;
    private final ServerFiles files;
    private volatile long startedAt;
    private volatile long logBegin;

    private RunningServer(ServerSpec spec, String url, Connection connection) throws SQLException {
        this.spec = spec;
        this.url = url;
        this.version = Jdbc.version(connection);
        this.foreign = new HashSet<>(databases(connection));
        this.files = ServerFiles.of(connection);
        this.startedAt = startTime(connection);
        this.logBegin = files.logLength();
    }

    static RunningServer connect(ServerSpec spec) {
        String url = Jdbc.withoutDatabase(Jdbc.complete(spec.target()));
        try (Connection connection = Jdbc.connect(url)) {
            return new RunningServer(spec, url, connection);
        } catch (SQLException e) {
            throw new ServerException("server '" + spec.withoutPassword() + "': " + reason(e), e);
        }
    }

    @Override
    public ServerSpec spec() {
        return spec;
    }

    @Override
    public String versionString() {
        return version;
    }

    @Override
    public ServerEndpoint endpoint() {
        return new ServerEndpoint(url, null, files.pid(), null, files.errorLog());
    }

    @Override
    public Connection connect() throws SQLException {
        return Jdbc.connect(url);
    }

    @Override
    public boolean isRestartable() {
        return false;
    }

    @Override
    public boolean isAlive() {
        try (Connection connection = connect()) {
            return Math.abs(startTime(connection) - startedAt) <= TOLERANCE_SECONDS;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void reset() {
        try (Connection connection = connect()) {
            for (String database : databases(connection)) {
                if (database.startsWith(Servers.DATABASE_PREFIX) && !foreign.contains(database)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("DROP DATABASE " + SqlTokens.quoted(database));
                    }
                }
            }
            startedAt = startTime(connection);
            logBegin = files.logLength();
        } catch (SQLException e) {
            throw new ServerException(
                    "server '" + spec.withoutPassword() + "': can't drop the databases made on it: " + reason(e), e);
        }
    }

    @Override
    public void restart() {
        throw notOurs("restarted");
    }

    @Override
    public void kill() {
        throw notOurs("ended");
    }

    /** A server that somebody's supervisor has started again is not the one that we knew: that one is gone. */
    @Override
    public Evidence evidence(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean alive = isAlive();
        while (alive && DyingServer.isDying(files.log(logBegin)) && System.nanoTime() < deadline) {
            sleep(RETRY);
            alive = isAlive();
        }
        return new Evidence(alive, null, null, false, false, files.log(logBegin));
    }

    @Override
    public @Nullable String threadStacks(Duration patience) {
        Long pid = files.pid();
        return pid == null ? null : ThreadStacks.of(pid, patience);
    }

    @Override
    public void close() {
        try {
            reset();
        } catch (ServerException e) {
            LOG.warn("the databases that we made are left: {}", e.getMessage());
        }
    }

    private ServerException notOurs(String what) {
        return new ServerException("server '" + spec.withoutPassword() + "' runs by itself and can't be " + what
                + " by mysqlsmith; use an embedded server, dir: or container: for that");
    }

    private static List<String> databases(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW DATABASES")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** In seconds of the server's own clock. */
    private static long startTime(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long uptime;
            try (ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Uptime'")) {
                row.next();
                uptime = Long.parseLong(row.getString(2));
            }
            try (ResultSet row = statement.executeQuery("SELECT UNIX_TIMESTAMP(SYSDATE())")) {
                row.next();
                return (long) Double.parseDouble(row.getString(1)) - uptime;
            }
        }
    }

    private static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (e.getErrorCode() == 1045 || e.getErrorCode() == 1698) {
            return "it refuses the user or the password of the URL (" + message + ")";
        }
        String state = String.valueOf(e.getSQLState());
        return e.getErrorCode() == 0 && state.toUpperCase(Locale.ROOT).startsWith("08")
                ? "nothing answers there (" + message + "); check host and port, and that the server runs"
                : message;
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
