package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains why two servers do something else with a statement: by a value that one of them takes for the wrong truth; else by
 * the first setting of the optimizer under which one of them answers as the other; where there is none, by the smallest part
 * of the predicate, or by the column. A query is asked again before that: what answers otherwise each time says nothing.
 */
final class ServerDifference {
    private final StatementOutcome ran;
    private final Counterpart counterpart;
    private final Judged statement;
    private final ComparisonRules rules;
    private final Asker here;
    private final Asker there;

    ServerDifference(StatementOutcome ran, Counterpart counterpart, Judged statement) {
        this.ran = ran;
        this.counterpart = counterpart;
        this.statement = statement;
        this.rules = statement.rules().orElseThrow();
        this.here = ran.context().asker();
        this.there = sql -> counterpart.run(ran.context().session(), sql);
    }

    /** @param reference what the counterpart did */
    Verdict verdict(Outcome reference, Comparison.Different different) {
        Optional<QueryTree> query = ran.query();
        if (query.isEmpty()) {
            return suspect(statement.kind() + ": " + different.kind(), different, "");
        }
        Optional<String> chance = chance(query.get(), reference);
        if (chance.isPresent()) {
            return new Verdict.Inconclusive(chance.get());
        }
        String what = different.kind().startsWith("error")
                ? "select: " + different.kind()
                : isValueAsTruth(query.get())
                        ? ValueAsTruth.SIGNATURE
                        : what(different.kind()) + ", " + why(query.get(), reference);
        return suspect(what, different, plans(query.get()));
    }

    private Optional<String> chance(QueryTree query, Outcome reference) {
        if (!isEqual(ran.outcome(), here.ask(query.sql())) || !isEqual(reference, there.ask(query.sql()))) {
            return Optional.of("another answer each time");
        }
        ServerVersion version = ServerVersion.parse(ran.context().server().versionString());
        return new Both(here, rules).unsettled(query).or(() -> new Hidden(here, version).doubt(query.statement()));
    }

    /** Whether one of the servers takes a value for the wrong truth, and that is why they answer otherwise. */
    private boolean isValueAsTruth(QueryTree query) {
        return Stream.of(here, there)
                .anyMatch(asker -> new ValueAsTruth(new Both(asker, rules))
                        .isCause(query, changed -> isEqual(here.ask(changed.sql()), there.ask(changed.sql()))));
    }

    private static String what(String kind) {
        return kind.startsWith("rows") ? "other rows" : kind.startsWith("values") ? "other values" : "select: " + kind;
    }

    private String why(QueryTree query, Outcome reference) {
        ServerVersion mine = ServerVersion.parse(ran.context().server().versionString());
        ServerVersion its = ServerVersion.parse(counterpart.versionString());
        return decided(mine, query, here, reference)
                .map(setting -> "decided by " + setting)
                .or(() -> decided(its, query, there, ran.outcome())
                        .map(setting -> "decided by " + setting + " of the reference"))
                .orElseGet(() -> "under every plan, " + cause(query, reference));
    }

    private Optional<String> decided(ServerVersion version, QueryTree query, Asker asker, Outcome wanted) {
        return PlanSetting.deciding(version, query, changed -> isEqual(asker.ask(changed.sql()), wanted));
    }

    private String cause(QueryTree query, Outcome reference) {
        return needed(Removal.ROLLUP, query)
                .or(() -> predicate(query, "whereClause"))
                .or(() -> predicate(query, "havingClause"))
                .or(() -> Removal.OTHERS.stream()
                        .flatMap(removal -> needed(removal, query).stream())
                        .findFirst())
                .or(() -> column(query, reference))
                .orElse("as a whole");
    }

    private Optional<String> predicate(QueryTree query, String clause) {
        return query.predicate(clause).flatMap(place -> new SmallestPredicate(query, place, this::differs).text());
    }

    /** Whether the servers agree where it is taken away. */
    private Optional<String> needed(Removal removal, QueryTree query) {
        return removal.from(query)
                .map(QueryTree::sql)
                .filter(sql -> isEqual(here.ask(sql), there.ask(sql)))
                .map(sql -> "with " + removal.name());
    }

    /** Other rows, whatever the values: the predicate alone is in doubt. */
    private boolean differs(QueryTree query) {
        return OutcomeComparison.compare(here.ask(query.sql()), there.ask(query.sql()), rules)
                        instanceof Comparison.Different different
                && different.kind().startsWith("rows");
    }

    /** The first expression of the select list whose values differ. */
    private Optional<String> column(QueryTree query, Outcome reference) {
        if (!(ran.outcome() instanceof Outcome.Rows mine) || !(reference instanceof Outcome.Rows its)) {
            return Optional.empty();
        }
        List<SyntaxTree.Node> items =
                query.specification().map(select -> select.all("selectItem")).orElse(List.of());
        int width = mine.tables().get(0).types().size();
        if (width != its.tables().get(0).types().size()) {
            return Optional.empty();
        }
        for (int i = 0; i < width; i++) {
            if (!isEqual(only(mine, i), only(its, i))) {
                return Optional.of(items.size() == width ? "column " + ExpressionShape.of(items.get(i)) : "a column");
            }
        }
        return Optional.empty();
    }

    private static Outcome only(Outcome.Rows rows, int column) {
        ResultTable table = rows.tables().get(0);
        List<List<@Nullable String>> values = table.rows().stream()
                .map(row -> row.subList(column, column + 1))
                .toList();
        return new Outcome.Rows(
                List.of(new ResultTable(
                        table.columns().subList(column, column + 1),
                        table.types().subList(column, column + 1),
                        values,
                        table.truncated())),
                Duration.ZERO);
    }

    private boolean isEqual(Outcome one, Outcome other) {
        return OutcomeComparison.areEqual(one, other, rules.withSort(List.of()));
    }

    private String plans(QueryTree query) {
        return "\nplan here:\n" + new Both(here, rules).plan(query) + "\nplan there:\n"
                + new Both(there, rules).plan(query) + "\n";
    }

    private Verdict suspect(String text, Comparison.Different different, String plans) {
        String evidence = "against " + counterpart.name() + ": " + different.kind() + ": " + different.detail() + "\n"
                + "here: " + ran.context().server().versionString() + "\nthere: " + counterpart.versionString() + "\n"
                + ran.context().sql() + ";\n" + plans;
        return new Verdict.Suspect(new Incident.Failure(new Signature(Kind.WRONG_RESULT, text), evidence));
    }
}
