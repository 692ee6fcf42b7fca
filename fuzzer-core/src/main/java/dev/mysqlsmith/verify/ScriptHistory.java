package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.ScriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Histories of scripts that people bring, in the mysql client's form. */
public final class ScriptHistory {
    private static final Pattern USE = Pattern.compile("(?is)(?:\\s|/\\*.*?\\*/|#[^\\n]*\\n|--\\s[^\\n]*\\n)*USE\\b.*");

    private ScriptHistory() {}

    /**
     * The statements of a script, in one session. One that never says USE gets a database {@code test} to run in, as MySQL's
     * own tests and many a bug report take for granted.
     */
    public static History of(String script) {
        List<Step> steps = new ArrayList<>();
        ScriptReader.read(script, Set.of()).forEach(statement -> steps.add(new Step(0, statement.text())));
        if (!steps.isEmpty()
                && steps.stream().noneMatch(step -> USE.matcher(step.sql()).matches())) {
            steps.add(0, new Step(0, "CREATE DATABASE IF NOT EXISTS test"));
            steps.add(1, new Step(0, "USE test"));
        }
        return new History(steps);
    }
}
