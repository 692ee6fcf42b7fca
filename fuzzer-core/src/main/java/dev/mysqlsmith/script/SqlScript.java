package dev.mysqlsmith.script;

import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads scripts in the mysql client's form. */
final class SqlScript {
    private static final String FIRST_SESSION = "0";
    private static final Pattern USE = Pattern.compile("(?is)(?:\\s|/\\*.*?\\*/|#[^\\n]*\\n|--\\s[^\\n]*\\n)*USE\\b.*");
    private static final Pattern COMMENT_LINE = Pattern.compile("\\s*|--\\s.*|#.*");

    private SqlScript() {}

    /**
     * The statements of a script, in one session; in several where lines {@code -- session 1} say so. One that never says USE gets
     * a database {@code test} to run in, as MySQL's own tests and many a bug report take for granted.
     */
    static ScriptInput read(String script) {
        List<Line> lines = lines(script);
        HistoryBuilder history = new HistoryBuilder();
        if (lines.stream().noneMatch(line -> USE.matcher(line.sql()).matches())) {
            lines.stream().map(Line::session).distinct().forEach(history::giveDatabase);
        }
        lines.forEach(line -> history.add(line.session(), line.sql()));
        return history.build(ScriptFormat.SQL);
    }

    private record Line(String session, String sql) {}

    private static List<Line> lines(String script) {
        List<Line> lines = new ArrayList<>();
        String session = FIRST_SESSION;
        for (ScriptStatement statement : ScriptReader.read(script, Set.of())) {
            StringBuilder sql = new StringBuilder();
            boolean comments = true;
            for (String line : statement.text().split("(?<=\n)")) {
                comments = comments && COMMENT_LINE.matcher(line.strip()).matches();
                if (comments && line.startsWith(ReproScript.SESSION_LINE)) {
                    session = line.substring(ReproScript.SESSION_LINE.length()).strip();
                } else {
                    sql.append(line);
                }
            }
            lines.add(new Line(session, sql.toString()));
        }
        return lines;
    }
}
