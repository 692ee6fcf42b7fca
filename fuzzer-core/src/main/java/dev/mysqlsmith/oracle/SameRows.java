package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Differential query execution: UPDATE and DELETE touch as many rows as SELECT finds by the same predicate.
 *
 * <p>Source: Song, Dou, Cui and others, Testing Database Systems via Differential Query Execution, ICSE 2023.
 */
public final class SameRows implements Oracle {
    private final ServerVersion version;
    private @Nullable Selection selection;

    /**
     * What a statement should touch.
     *
     * @param count how many rows it finds; null where that can't be asked
     */
    private record Selection(QueryTree query, @Nullable Long count) {}

    SameRows(ServerVersion version) {
        this.version = version;
    }

    @Override
    public String name() {
        return Oracles.DQE;
    }

    @Override
    public void before(StatementContext context) {
        selection = Optional.ofNullable(context.tree())
                .flatMap(SameRows::query)
                .map(query -> new Selection(query, count(context.asker(), query)))
                .orElse(null);
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        SyntaxTree.Node statement = ran.context().tree();
        Selection found = selection;
        if (found == null || statement == null || !(ran.outcome() instanceof Outcome.Updated updated)) {
            return new Verdict.Apart();
        }
        Long count = found.count();
        if (count == null) {
            return new Verdict.Inconclusive("dqe: one way to ask fails");
        }
        if (count == updated.count()) {
            return new Verdict.Pass();
        }
        Asker asker = ran.context().asker();
        return Comparability.of(statement)
                .doubt()
                .or(() -> new Hidden(asker, version).doubt(statement))
                .<Verdict>map(reason -> new Verdict.Inconclusive("dqe: " + reason))
                .orElseGet(() -> suspect(ran, found.query(), count, updated.count()));
    }

    private static @Nullable Long count(Asker asker, QueryTree query) {
        return Witness.rows(asker, query.sql()).stream()
                .map(row -> Long.valueOf(String.valueOf(row.get(0))))
                .findFirst()
                .orElse(null);
    }

    /** The rows of one table that a statement changes, counted; empty where it takes some of them, or of several tables. */
    private static Optional<QueryTree> query(SyntaxTree.Node statement) {
        boolean plain = statement.all("limitNumber").isEmpty()
                && statement.all("withClause").isEmpty()
                && statement.all("partitionSelection").isEmpty()
                && Stream.of("updateStatement", "deleteOption")
                        .flatMap(rule -> statement.all(rule).stream())
                        .noneMatch(node -> node.says("IGNORE"));
        Optional<SyntaxTree.Node> body = statement
                .child("updateStatement")
                .or(() -> statement.child("deleteStatement").flatMap(delete -> delete.child("deleteBody")));
        return plain ? body.flatMap(SameRows::counted) : Optional.empty();
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

    private Verdict suspect(StatementOutcome ran, QueryTree query, long found, long touched) {
        String kind = Judged.of(ran.context().tree()).kind();
        String why = query.clause("whereClause")
                .flatMap(where -> where.child("expression"))
                .map(predicate -> "predicate " + ExpressionShape.of(predicate))
                .orElse("without a predicate");
        String evidence = ran.context().sql() + ";\ntouched " + touched + " rows\n" + query.sql() + ";\nfound "
                + found + " just before\nplan:\n"
                + new Both(ran.context().asker(), ComparisonRules.multiset()).plan(query) + "\n";
        return new Verdict.Suspect(new Incident.Failure(
                new Signature(
                        Kind.WRONG_RESULT,
                        kind + " touches " + (touched < found ? "fewer" : "more") + " rows than SELECT finds, " + why),
                evidence));
    }
}
