package dev.mysqlsmith.finding;

import dev.mysqlsmith.execute.BinaryProtocol;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A history as a script, for the mysql client and for mysqltest.
 *
 * <p>The client's script has the statements and nothing else, so that it can be pasted into a bug report and is no longer
 * than the bug; what it shows, and where, stands in the files beside it.
 */
public final class ReproScript {
    /** Before the number of the session that runs what follows. */
    public static final String SESSION_LINE = "-- session ";

    private static final List<String> DELIMITERS = List.of("//", "$$", "||", "@@", "end_of_statement");
    private static final Pattern COMPOUND = Pattern.compile("(?is).*;\\s*\\S.*");

    private ReproScript() {}

    /**
     * Runs with {@code mysql --force} on a fresh server.
     *
     * <p>The client has one session only. Where the history has several, a line {@code -- session 1} says which one runs what
     * follows, up to the next such line: a comment for the client, and read by this tool.
     */
    public static String forClient(History history) {
        StringBuilder script = new StringBuilder();
        String delimiter = ";";
        int session = 0;
        for (Step step : history.steps()) {
            String sql = step.sql().strip();
            String wanted = delimiterFor(sql);
            if (!wanted.equals(delimiter)) {
                script.append("DELIMITER ").append(wanted).append('\n');
                delimiter = wanted;
            }
            if (step.session() != session) {
                session = step.session();
                script.append(SESSION_LINE).append(session).append('\n');
            }
            script.append(ended(sql));
        }
        return script.toString();
    }

    /**
     * The same for mysqltest, where each session is a connection of its own; a statement that gives an error says so before it.
     * Where one is sent by the binary protocol, the script says what mysqltest needs for that.
     *
     * @param title lines of comment at the top
     */
    public static String forMysqltest(Repro repro, String title) {
        StringBuilder script = new StringBuilder();
        title.lines().forEach(line -> script.append("# ").append(line).append('\n'));
        if (needsBinaryProtocol(repro.history())) {
            script.append("# run it by mysqltest --ps-protocol\n");
        }
        return script + "--disable_warnings\n" + new MysqltestScript(repro).write();
    }

    /** Whether one of its statements goes by the binary protocol, which the mysql client does not have. */
    static boolean needsBinaryProtocol(History history) {
        return history.steps().stream().anyMatch(step -> BinaryProtocol.isMarked(step.sql()));
    }

    /** One statement for the client, ended by a semicolon, or between lines that change the delimiter where it has one inside. */
    public static String forClient(String sql) {
        String delimiter = delimiterFor(sql);
        return delimiter.equals(";") ? ended(sql) : "DELIMITER " + delimiter + "\n" + ended(sql) + "DELIMITER ;\n";
    }

    /** The statement with its delimiter, and the end of the line. */
    static String ended(String sql) {
        return sql + (endsInComment(sql) ? "\n" : "") + delimiterFor(sql) + "\n";
    }

    /** A semicolon inside (of a routine's body, or of a string) would end the statement too early. */
    static String delimiterFor(String sql) {
        if (sql.indexOf(';') < 0 || !COMPOUND.matcher(sql + " ").matches() && !sql.endsWith(";")) {
            return ";";
        }
        return DELIMITERS.stream()
                .filter(delimiter -> !sql.contains(delimiter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a statement contains each of the delimiters " + DELIMITERS + ": " + sql));
    }

    private static boolean endsInComment(String sql) {
        String line = sql.substring(sql.lastIndexOf('\n') + 1);
        return line.contains("-- ") || line.contains("#") || line.endsWith("--");
    }
}
