package dev.mysqlsmith.source;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a database as a script, with the first rows of each table; all is read in one read-only transaction. */
final class DatabaseReader {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseReader.class);
    private static final Pattern URL = Pattern.compile("jdbc:mysql://[^/?]+/([^?]+)(?:\\?.*)?");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ROWS = 100;

    /** What SHOW says must not depend on the server's settings, and times not on its time zone. */
    private static final List<String> BEFORE = List.of(
            "SET SESSION sql_mode = '', sql_quote_show_create = 1, time_zone = '+00:00'",
            "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");

    private final String database;
    private final Session session;
    private final StringBuilder script = new StringBuilder();

    private DatabaseReader(String database, Session session) {
        this.database = database;
        this.session = session;
    }

    /** @throws IllegalArgumentException where it can't be read */
    static String read(String url) {
        ServerSpec spec = ServerSpec.parse(url);
        String source = spec.withoutPassword();
        Matcher named = URL.matcher(url);
        if (!named.matches()) {
            throw new IllegalArgumentException(
                    "schema '" + source + "' names no database; expected jdbc:mysql://HOST:PORT/DATABASE?user=USER");
        }
        String database = URLDecoder.decode(named.group(1), StandardCharsets.UTF_8);
        try {
            Server server = Servers.start(spec); // not closed: that would drop databases of ours, and it is not for us
            try (Session session = Session.open(server, database, TIMEOUT)) {
                return new DatabaseReader(database, session).read();
            }
        } catch (ServerException | SessionException e) {
            throw new IllegalArgumentException("schema '" + source + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private String read() {
        BEFORE.forEach(this::rows);
        script.append("USE ").append(SqlTokens.quoted(database)).append(";\n\n");
        List<List<@Nullable String>> tables = rows("SHOW FULL TABLES");
        tables.stream().filter(table -> "BASE TABLE".equals(table.get(1))).forEach(table -> table(text(table, 0)));
        tables.stream().filter(table -> "VIEW".equals(table.get(1))).forEach(table -> view(text(table, 0)));
        rows("COMMIT");
        return script.toString();
    }

    private void table(String table) {
        add(text(rows("SHOW CREATE TABLE " + SqlTokens.quoted(table)).get(0), 1));
        List<SourceColumn> columns =
                columns(table).stream().filter(column -> !column.isGenerated()).toList();
        String literals = columns.stream().map(SourceColumn::literal).collect(Collectors.joining(", "));
        List<List<@Nullable String>> rows =
                rows("SELECT " + literals + " FROM " + SqlTokens.quoted(table) + " LIMIT " + ROWS);
        if (!rows.isEmpty()) {
            add("INSERT INTO " + SqlTokens.quoted(table) + " ("
                    + columns.stream()
                            .map(column -> SqlTokens.quoted(column.name()))
                            .collect(Collectors.joining(", "))
                    + ") VALUES\n"
                    + rows.stream().map(DatabaseReader::row).collect(Collectors.joining(",\n")));
        }
    }

    private static String row(List<@Nullable String> literals) {
        return literals.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Before the view a table that stands in for it, as dumps have it: it tells the types of the view's columns. */
    private void view(String view) {
        Optional<List<List<@Nullable String>>> columns = answer("SHOW FULL COLUMNS FROM " + SqlTokens.quoted(view));
        if (columns.isEmpty()) {
            LOG.warn("view {} of {} can't be read: it is left out", view, database);
            return;
        }
        add("CREATE TABLE " + SqlTokens.quoted(view) + " ("
                + columns(view).stream()
                        .map(column -> SqlTokens.quoted(column.name()) + " " + column.type())
                        .collect(Collectors.joining(", "))
                + ")");
        add("DROP TABLE " + SqlTokens.quoted(view));
        add(text(rows("SHOW CREATE VIEW " + SqlTokens.quoted(view)).get(0), 1));
    }

    private List<SourceColumn> columns(String table) {
        // field, type, collation, null, key, default, extra
        return rows("SHOW FULL COLUMNS FROM " + SqlTokens.quoted(table)).stream()
                .map(row -> new SourceColumn(text(row, 0), text(row, 1), text(row, 6)))
                .toList();
    }

    private void add(String statement) {
        script.append(statement).append(";\n\n");
    }

    private List<List<@Nullable String>> rows(String sql) {
        return answer(sql).orElseThrow(() -> new SessionException("'" + sql + "' failed; the log has the error", null));
    }

    private Optional<List<List<@Nullable String>>> answer(String sql) {
        Outcome outcome = session.execute(sql);
        if (outcome instanceof Outcome.Rows rows) {
            ResultTable table = rows.tables().get(0);
            return Optional.of(table.rows());
        }
        if (!outcome.succeeded()) {
            LOG.warn("{}: {}", sql, outcome);
            return Optional.empty();
        }
        return Optional.of(List.of());
    }

    private static String text(List<@Nullable String> row, int index) {
        return String.valueOf(row.get(index));
    }
}
