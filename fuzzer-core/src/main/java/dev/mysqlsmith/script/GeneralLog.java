package dev.mysqlsmith.script;

import dev.mysqlsmith.execute.BinaryProtocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the server's general query log: each connection is a session, and statements stay in the order of the log.
 *
 * <p>An entry begins with a time, or with two tabs in the older form where the time is that of the entry before; a statement's
 * other lines follow it as they are.
 */
final class GeneralLog {
    private static final Pattern ENTRY = Pattern.compile(
            "(?:\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d)\\t|\\d{6}[ \\t]+\\d{1,2}:\\d\\d:\\d\\d\\t|\\t\\t) *(\\d+) "
                    + "([A-Z][A-Za-z]+(?: [A-Za-z]+){0,3})(?:\\t(.*))?");
    private static final Pattern START = Pattern.compile(".*, Version: .* started with:");
    private static final Pattern HEAD = Pattern.compile("Tcp port: .*|Time +Id +Command +Argument");
    private static final Pattern DATABASE = Pattern.compile(".*\\bon (\\S+)(?: using .*)?");
    private static final Pattern PREPARE = Pattern.compile("(?is)(PREPARE\\s.*\\sFROM\\s+)\\.\\.\\.");
    private static final Pattern EXECUTE = Pattern.compile("(?is)EXECUTE\\b.*");
    private static final char NOT_UTF8 = '\uFFFD';
    private static final int LINES_LOOKED_AT = 50;

    private final HistoryBuilder history = new HistoryBuilder();
    private final Map<String, String> lastQuery = new HashMap<>();
    private final ProgramBodies bodies = new ProgramBodies();
    private final StringBuilder argument = new StringBuilder();
    private String connection = "";
    private String command = "";

    private GeneralLog() {}

    /** Whether a text begins as such a log does. */
    static boolean isOne(String text) {
        List<String> lines = text.lines().limit(LINES_LOOKED_AT).toList();
        return lines.stream()
                .anyMatch(line -> !line.startsWith("\t") && ENTRY.matcher(line).matches());
    }

    /** @throws IllegalArgumentException where it has no entry */
    static ScriptInput read(String text) {
        if (!text.lines().anyMatch(line -> ENTRY.matcher(line).matches())) {
            throw new IllegalArgumentException("no line of it is an entry of a general query log; expected a time, the"
                    + " connection's number and a command such as Query, each entry on a line");
        }
        GeneralLog log = new GeneralLog();
        text.lines().forEach(log::line);
        log.endEntry();
        return log.history.build(ScriptFormat.GENERAL_LOG);
    }

    private void line(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
            endEntry();
            connection = entry.group(1);
            command = entry.group(2);
            argument.append(entry.group(3) == null ? "" : entry.group(3));
        } else if (START.matcher(line).matches()) {
            endEntry();
            history.endAll();
            lastQuery.clear();
        } else if (!HEAD.matcher(line).matches()) {
            argument.append('\n').append(line);
        }
    }

    private void endEntry() {
        String text = argument.toString().strip();
        boolean serversOwn = connection.equals("0");
        if (text.indexOf(NOT_UTF8) >= 0) {
            history.leaveOut("statement that is not UTF-8");
        } else if (!serversOwn) {
            entry(text);
        }
        argument.setLength(0);
        command = "";
    }

    private void entry(String text) {
        switch (command) {
            case "Query" -> query(text);
            case "Prepare" -> prepare(text);
            case "Execute" -> execute(text);
            case "Connect", "Change user" -> connect(text);
            case "Init DB" -> use(text);
            case "Quit" -> quit();
            case "", "Close stmt", "Reset stmt", "Statistics", "Ping", "Field List" -> {
                // changes nothing
            }
            default -> history.leaveOut(command);
        }
    }

    private void query(String sql) {
        if (isTheClients(sql) && !PREPARE.matcher(sql).matches()) {
            send(sql);
        }
    }

    /** Whether it came from the client, not from a stored program. */
    private boolean isTheClients(String sql) {
        if (PREPARE.matcher(lastQuery.getOrDefault(connection, "")).matches()) {
            history.leaveOut("PREPARE whose statement the log does not have");
        }
        if (bodies.has(lastQuery.getOrDefault(connection, ""), sql)) {
            history.leaveOut("statement of a stored program, which its caller runs");
            return false;
        }
        lastQuery.put(connection, sql);
        bodies.add(sql);
        return true;
    }

    /** The server hides what PREPARE prepares, and logs it by itself; without a PREPARE before it came by the binary protocol. */
    private void prepare(String sql) {
        Matcher prepare = PREPARE.matcher(lastQuery.getOrDefault(connection, ""));
        if (prepare.matches()) {
            send(prepare.group(1) + "'" + sql.replace("\\", "\\\\").replace("'", "''") + "'");
        }
        lastQuery.put(connection, sql);
    }

    /** An EXECUTE is logged as such, and what it executes behind it; by the binary protocol there is only the latter. */
    private void execute(String sql) {
        if (!EXECUTE.matcher(lastQuery.getOrDefault(connection, "")).matches() && isTheClients(sql)) {
            send(BinaryProtocol.marked(sql));
        }
        lastQuery.put(connection, sql);
    }

    private void send(String sql) {
        String statement = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
        if (!statement.isBlank()) {
            history.add(connection, statement);
        }
    }

    private void connect(String text) {
        if (text.startsWith("Access denied")) {
            history.leaveOut("connection that was refused");
            return;
        }
        if (command.equals("Change user")) {
            history.leaveOut("change of the user");
        }
        lastQuery.remove(connection);
        Matcher database = DATABASE.matcher(text);
        if (database.matches()) {
            use(database.group(1));
        }
    }

    private void use(String database) {
        if (!database.isEmpty()) {
            history.use(connection, database);
        }
    }

    private void quit() {
        history.end(connection);
        lastQuery.remove(connection);
    }
}
