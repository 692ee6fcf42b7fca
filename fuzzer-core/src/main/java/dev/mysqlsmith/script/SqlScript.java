package dev.mysqlsmith.script;

import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads scripts in the mysql client's form. */
final class SqlScript {
    private static final String CONNECTION = "";
    private static final Pattern USE = Pattern.compile("(?is)(?:\\s|/\\*.*?\\*/|#[^\\n]*\\n|--\\s[^\\n]*\\n)*USE\\b.*");

    private SqlScript() {}

    /**
     * The statements of a script, in one session. One that never says USE gets a database {@code test} to run in, as MySQL's
     * own tests and many a bug report take for granted.
     */
    static ScriptInput read(String script) {
        List<String> statements = ScriptReader.read(script, Set.of()).stream()
                .map(ScriptStatement::text)
                .toList();
        HistoryBuilder history = new HistoryBuilder();
        if (!statements.isEmpty()
                && statements.stream().noneMatch(sql -> USE.matcher(sql).matches())) {
            history.giveDatabase(CONNECTION);
        }
        statements.forEach(sql -> history.add(CONNECTION, sql));
        return history.build(ScriptFormat.SQL);
    }
}
