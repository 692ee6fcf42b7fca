package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Differential query execution: UPDATE and DELETE touch as many rows as SELECT finds by the same predicate, and by an equivalent one
 * ({@link Eet}).
 *
 * <p>Source: Song, Dou, Cui and others, Testing Database Systems via Differential Query Execution, ICSE 2023.
 */
public final class SameRows implements Oracle {
    private static final Eet EQUIVALENTS = new Eet();

    private final ServerVersion version;
    private final @Nullable Choices choices;
    private List<Selection> selections = List.of();

    /**
     * What a statement should touch.
     *
     * @param form in which its predicate stands; empty for its own
     * @param count how many rows it finds; null where that can't be asked
     */
    private record Selection(
            QueryTree query, String form, @Nullable Long count) {}

    /** @param choices draws the equivalent predicate; null for all */
    SameRows(ServerVersion version, @Nullable Choices choices) {
        this.version = version;
        this.choices = choices;
    }

    @Override
    public String name() {
        return Oracles.DQE;
    }

    @Override
    public void before(StatementContext context) {
        selections = Optional.ofNullable(context.tree())
                .flatMap(SameRows::query)
                .map(query -> selections(query, context.asker()))
                .orElse(List.of());
    }

    private List<Selection> selections(QueryTree query, Asker asker) {
        List<Selection> made = new ArrayList<>();
        made.add(new Selection(query, "", count(asker, query)));
        List<RelatedQueries> pairs = equivalents(query, asker);
        List<RelatedQueries> asked = choices == null || pairs.isEmpty() ? pairs : List.of(choices.pick(pairs));
        asked.forEach(pair -> {
            QueryTree other = pair.right().get(0);
            made.add(new Selection(other, pair.name(), count(asker, other)));
        });
        return made;
    }

    private List<RelatedQueries> equivalents(QueryTree query, Asker asker) {
        return EQUIVALENTS.of(query, version, asker).stream()
                .filter(pair -> EQUIVALENTS.predicate(pair).isPresent())
                .toList();
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        SyntaxTree.Node statement = ran.context().tree();
        if (selections.isEmpty() || statement == null || !(ran.outcome() instanceof Outcome.Updated updated)) {
            return new Verdict.Apart();
        }
        if (selections.get(0).count() == null) {
            return new Verdict.Inconclusive("dqe: one way to ask fails");
        }
        Optional<Selection> other = selections.stream()
                .filter(found -> found.count() != null && found.count() != updated.count())
                .findFirst();
        if (other.isEmpty()) {
            return new Verdict.Pass();
        }
        Asker asker = ran.context().asker();
        return ran.comparability()
                .doubt()
                .or(() -> new Hidden(asker, version).doubt(statement))
                .or(() -> new Both(asker, ComparisonRules.multiset())
                        .unsettled(other.get().query()))
                .<Verdict>map(reason -> new Verdict.Inconclusive("dqe: " + reason))
                .orElseGet(() -> suspect(ran, other.get(), updated.count()));
    }

    private static @Nullable Long count(Asker asker, QueryTree query) {
        return Witness.rows(asker, query.sql()).stream()
                .map(row -> Long.valueOf(String.valueOf(row.get(0))))
                .findFirst()
                .orElse(null);
    }

    /** The rows of one table that a statement changes, counted; empty where it takes some of them, or of several tables. */
    private static Optional<QueryTree> query(SyntaxTree.Node statement) {
        return statement
                .child("updateStatement")
                .or(() -> statement.child("deleteStatement").flatMap(delete -> delete.child("deleteBody")))
                .filter(unused -> takesAll(statement))
                .flatMap(SameRows::counted);
    }

    private static boolean takesAll(SyntaxTree.Node statement) {
        return Stream.of("limitNumber", "withClause", "partitionSelection")
                        .allMatch(rule -> statement.all(rule).isEmpty())
                && Stream.of("updateStatement", "deleteOption")
                        .flatMap(rule -> statement.all(rule).stream())
                        .noneMatch(node -> node.says("IGNORE"));
    }

    private static Optional<QueryTree> counted(SyntaxTree.Node body) {
        SyntaxTree.Node table = body.child("tableReference")
                .filter(reference -> body.children("tableReference").size() == 1
                        && reference.all("tableRef").size() == 1
                        && reference.all("query").isEmpty())
                .or(() -> body.child("tableRef").filter(unused -> !body.has("newTableAlias")))
                .orElse(null);
        if (table == null) {
            return Optional.empty();
        }
        return Optional.of(body.child("whereClause")
                        .flatMap(where -> where.child("expression"))
                        .map(predicate -> Fragments.statement("SELECT COUNT(*) FROM t0 WHERE 1", table, predicate))
                        .orElseGet(() -> Fragments.statement("SELECT COUNT(*) FROM t0", table)))
                .map(QueryTree::new);
    }

    private Verdict suspect(StatementOutcome ran, Selection selection, long touched) {
        QueryTree query = selection.query();
        long found = Objects.requireNonNull(selection.count());
        Both both = new Both(ran.context().asker(), ComparisonRules.multiset());
        String kind = Judged.of(ran).kind();
        String why = selections
                .get(0)
                .query()
                .clause("whereClause")
                .flatMap(where -> where.child("expression"))
                .map(predicate -> "predicate " + ExpressionShape.of(predicate))
                .map(text -> text + (selection.form().isEmpty() ? "" : " as " + selection.form()))
                .orElse("without a predicate");
        String evidence = ran.context().sql() + ";\ntouched " + touched + " rows\n" + query.sql() + ";\nfound "
                + found + " just before\nplan:\n"
                + both.plan(query) + "\n";
        String text = isValueAsTruth(both)
                ? ValueAsTruth.SIGNATURE
                : kind + " touches " + (touched < found ? "fewer" : "more") + " rows than SELECT finds, " + why;
        return new Verdict.Suspect(new Incident.Failure(new Signature(Kind.WRONG_RESULT, text), evidence));
    }

    /** Asked of the rows that there are afterwards: those that the predicate misses are still there. */
    private boolean isValueAsTruth(Both both) {
        return new ValueAsTruth(both).isCause(selections.get(0).query(), changed -> findTheSame(both.asker(), changed));
    }

    /** Whether all forms of the predicate find as many rows. */
    private boolean findTheSame(Asker asker, QueryTree query) {
        Long found = count(asker, query);
        return equivalents(query, asker).stream()
                .allMatch(
                        pair -> Objects.equals(found, count(asker, pair.right().get(0))));
    }
}
