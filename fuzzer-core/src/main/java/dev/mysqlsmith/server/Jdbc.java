package dev.mysqlsmith.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How we talk to servers: settings under which the driver adds nothing to what is sent and changes nothing that comes back. */
final class Jdbc {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** A server that hangs may take a connection and never greet. */
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

    /** The last guard against waiting forever, once connected; sessions have tighter ones. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofMinutes(30);

    private static final Map<String, String> SETTINGS = settings();

    private Jdbc() {}

    static String localUrl(int port) {
        return complete("jdbc:mysql://127.0.0.1:" + port + "/?user=root");
    }

    /** The URL with our settings behind its own, which win. */
    static String complete(String url) {
        String own = url.toLowerCase(Locale.ROOT);
        String more = SETTINGS.entrySet().stream()
                .filter(setting -> !own.contains(setting.getKey().toLowerCase(Locale.ROOT) + "="))
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("&"));
        String path = url.indexOf('/', "jdbc:mysql://".length()) < 0 ? url + "/" : url;
        return path + (path.contains("?") ? path.endsWith("?") || path.endsWith("&") ? "" : "&" : "?") + more;
    }

    /** The URL without the name of a default database. */
    static String withoutDatabase(String url) {
        return url.replaceFirst("^(jdbc:mysql://[^/?]*/)[^?]*", "$1");
    }

    static Connection connect(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setNetworkTimeout(Runnable::run, (int) SOCKET_TIMEOUT.toMillis());
        return connection;
    }

    /** {@code SELECT VERSION()} and the build's comment. */
    static String version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONCAT(VERSION(), ' ', @@version_comment)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sslMode", "DISABLED");
        settings.put("allowPublicKeyRetrieval", "true");
        settings.put("connectTimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
        settings.put("socketTimeout", Long.toString(HANDSHAKE_TIMEOUT.toMillis()));
        settings.put("characterEncoding", "UTF-8");
        settings.put("characterSetResults", "UTF-8");
        settings.put("jdbcCompliantTruncation", "false"); // else it changes sql_mode
        settings.put("tinyInt1isBit", "false");
        settings.put("netTimeoutForStreamingResults", "0"); // else it sets net_write_timeout before each query
        settings.put("cacheServerConfiguration", "true");
        settings.put("useLocalSessionState", "true");
        settings.put("maintainTimeStats", "false");
        settings.put("dontTrackOpenResources", "true");
        settings.put("enableQueryTimeouts", "false");
        settings.put("useUnbufferedInput", "false");
        settings.put("processEscapeCodesForPrepStmts", "false");
        settings.put("trackSessionState", "false");
        return settings;
    }
}
