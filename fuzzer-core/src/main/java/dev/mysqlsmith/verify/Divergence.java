package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.oracle.Comparability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what a history did on two servers, statement by statement, up to the first answer that differs. */
final class Divergence {
    private static final int LONGEST = 300;

    private final List<String> statements;
    private final List<Comparability.Verdict> verdicts = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private int compared;

    /** @param version by whose grammar the statements are read: the newest of all that run them */
    Divergence(History history, ServerVersion version) {
        this.statements = history.statements();
        SqlParser parser = new SqlParser(version, Set.of());
        for (String sql : statements) {
            if (parser.parse(sql) instanceof ParseResult.Parsed parsed) {
                verdicts.add(Comparability.of(parsed.tree()));
                kinds.add(kind(parsed.tree()));
            } else {
                verdicts.add(new Comparability.Verdict.Not("not in the grammar"));
                kinds.add("statement");
            }
        }
    }

    private static String kind(SyntaxTree.Node statement) {
        return statement.children().get(0) instanceof SyntaxTree.Node node
                ? node.rule().name().replaceFirst("Statement$", "")
                : "statement";
    }

    /**
     * The first difference as a failure of {@code here}; empty where there is none.
     *
     * @param there what the reference did
     * @param again what the reference did another time: a statement whose answers differ there says nothing
     */
    Optional<Incident.Failure> find(Replay here, Replay there, Replay again) {
        left.clear();
        compared = 0;
        int count = Math.min(here.outcomes().size(), there.outcomes().size());
        for (int i = 0; i < count; i++) {
            if (!(verdicts.get(i) instanceof Comparability.Verdict.By by)) {
                leave(((Comparability.Verdict.Not) verdicts.get(i)).reason());
                continue;
            }
            Outcome reference = there.outcomes().get(i);
            Comparison comparison = OutcomeComparison.compare(here.outcomes().get(i), reference, by.rules());
            if (comparison instanceof Comparison.Incomparable incomparable) {
                leave(incomparable.reason());
            } else if (comparison instanceof Comparison.Equal) {
                compared++;
            } else if (isSame(reference, again, i, by)) {
                return Optional.of(failure(i, (Comparison.Different) comparison));
            } else {
                leave("the reference answers otherwise each time");
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Outcome reference, Replay again, int index, Comparability.Verdict.By by) {
        return index < again.outcomes().size()
                && OutcomeComparison.compare(again.outcomes().get(index), reference, by.rules())
                        instanceof Comparison.Equal;
    }

    private void leave(String reason) {
        left.merge(reason, 1, Integer::sum);
    }

    private Incident.Failure failure(int index, Comparison.Different different) {
        String sql = statements.get(index);
        String text = sql.length() > LONGEST ? sql.substring(0, LONGEST) + "..." : sql;
        return new Incident.Failure(
                new Signature(Kind.WRONG_RESULT, kinds.get(index) + ": " + different.kind()),
                "statement " + (index + 1) + " (" + text.replaceAll("\\s+", " ") + "): " + different.detail());
    }

    /** How many statements the latest search compared, and why not the others: for people. */
    String extent() {
        String rest = left.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return compared + " of " + statements.size() + " statements compared"
                + (rest.isEmpty() ? "" : "; not: " + rest);
    }
}
