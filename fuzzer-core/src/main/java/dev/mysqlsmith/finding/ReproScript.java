package dev.mysqlsmith.finding;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A history as a script, for the mysql client and for mysqltest.
 *
 * <p>The client's script has the statements and nothing else, so that it can be pasted into a bug report and is no longer
 * than the bug; what it shows, and where, stands in the files beside it.
 */
public final class ReproScript {
    private static final List<String> DELIMITERS = List.of("//", "$$", "||", "@@", "end_of_statement");
    private static final Pattern COMPOUND = Pattern.compile("(?is).*;\\s*\\S.*");

    private ReproScript() {}

    /** Runs with {@code mysql --force} on a fresh server. Several sessions become one, in the order of the history. */
    public static String forClient(History history) {
        return write(history, List.of(), "DELIMITER ");
    }

    /**
     * The same for mysqltest; a statement that gives an error says so before it.
     *
     * @param title lines of comment at the top
     */
    public static String forMysqltest(Repro repro, String title) {
        StringBuilder script = new StringBuilder();
        title.lines().forEach(line -> script.append("# ").append(line).append('\n'));
        return script + write(repro.history(), repro.errors(), "--delimiter ");
    }

    /** One statement for the client, ended by a semicolon, or between lines that change the delimiter where it has one inside. */
    public static String forClient(String sql) {
        String delimiter = delimiterFor(sql);
        String ended = sql + (endsInComment(sql) ? "\n" : "") + delimiter + "\n";
        return delimiter.equals(";") ? ended : "DELIMITER " + delimiter + "\n" + ended + "DELIMITER ;\n";
    }

    private static String write(History history, List<Integer> errors, String command) {
        StringBuilder script = new StringBuilder();
        String delimiter = ";";
        for (int i = 0; i < history.size(); i++) {
            String sql = history.steps().get(i).sql().strip();
            String wanted = delimiterFor(sql);
            if (!wanted.equals(delimiter)) {
                script.append(command).append(wanted).append('\n');
                delimiter = wanted;
            }
            if (i < errors.size() && errors.get(i) != 0) {
                script.append("--error " + errors.get(i) + "\n");
            }
            script.append(sql)
                    .append(endsInComment(sql) ? "\n" : "")
                    .append(delimiter)
                    .append('\n');
        }
        return script.toString();
    }

    /** A semicolon inside (of a routine's body, or of a string) would end the statement too early. */
    private static String delimiterFor(String sql) {
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
