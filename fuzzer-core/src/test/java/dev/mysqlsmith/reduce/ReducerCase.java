package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script and a server of the simplest kind: it fails when statements match some patterns, in that order, or, where the
 * file says so, when the whole script matches one. A pattern sees the session's number before the statement:
 * {@code [0] SELECT 1}.
 *
 * @param needed the patterns
 * @param expected what the script reduces to, one statement a line
 * @param candidates how many candidates that may take, where the file says so: {@code --- reduces in 9 candidates to}
 */
record ReducerCase(History script, List<Pattern> needed, boolean whole, String expected, long candidates) {
    private static final Pattern SESSION = Pattern.compile("\\[(\\d+)]\\s*(.*)", Pattern.DOTALL);

    private static final Pattern BOUND = Pattern.compile("(?m)^--- reduces in (\\d+) candidates to$");

    static ReducerCase read(Path file) throws IOException {
        String text = Files.readString(file);
        boolean whole = text.contains("--- fails when the whole matches");
        String[] sections = text.split("(?m)^---.*\\n?");
        List<Pattern> needed = sections[1]
                .lines()
                .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (ScriptStatement statement : ScriptReader.read(sections[2], Set.of())) {
            Matcher session = SESSION.matcher(statement.text());
            steps.add(
                    session.matches()
                            ? new Step(Integer.parseInt(session.group(1)), session.group(2))
                            : new Step(0, statement.text()));
        }
        Matcher bound = BOUND.matcher(text);
        return new ReducerCase(
                new History(steps),
                needed,
                whole,
                sections.length > 3 ? sections[3] : "",
                bound.find() ? Long.parseLong(bound.group(1)) : Long.MAX_VALUE);
    }

    Answer test(History candidate) {
        if (whole) {
            return needed.get(0).matcher(write(candidate)).find() ? Answer.SAME : Answer.GONE;
        }
        int next = 0;
        for (Step step : candidate.steps()) {
            if (next < needed.size()
                    && needed.get(next)
                            .matcher("[" + step.session() + "] " + step.sql())
                            .find()) {
                next++;
            }
        }
        return next == needed.size() ? Answer.SAME : Answer.GONE;
    }

    boolean isAsExpected(Reduction reduction) {
        return write(reduction.repro()).equals(expected) && reduction.executions() <= candidates;
    }

    static String write(History history) {
        boolean many = history.steps().stream().anyMatch(step -> step.session() != 0);
        return history.steps().stream()
                .map(step -> (many ? "[" + step.session() + "] " : "") + step.sql() + ";\n")
                .collect(Collectors.joining());
    }
}
