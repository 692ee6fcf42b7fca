package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A cause with many faces: the server takes a value that stands for a truth ({@code WHERE 0.3}, {@code c OR 1e-3}) for another
 * truth than its comparison with FALSE has. Where it stands, and what is asked of it, says nothing more.
 */
final class ValueAsTruth {
    /** As an explanation says it. */
    static final String WHY = "under every plan, a value as predicate";

    /** The signature, whatever shows it. */
    static final String SIGNATURE = "other rows, " + WHY;

    private static final int MOST_PLACES = 20;

    private final Both both;

    ValueAsTruth(Both both) {
        this.both = both;
    }

    /**
     * Whether the server takes some of the query's values for the wrong truth, and a difference goes away where they are compared
     * with FALSE.
     *
     * @param agrees whether a query has the difference no more
     */
    boolean isCause(QueryTree query, Predicate<QueryTree> agrees) {
        List<TruthPlace> wrong = values(query).stream()
                .limit(MOST_PLACES)
                .filter(place -> isWrong(query, place))
                .toList();
        return !wrong.isEmpty() && agrees.test(compared(query, wrong));
    }

    /** {@code (value) <> FALSE} */
    private static SyntaxTree.Node compared(SyntaxTree.Node value) {
        return Fragments.first("expression", "SELECT (0) <> FALSE", value);
    }

    private static List<TruthPlace> values(QueryTree query) {
        return TruthPlace.of(query).stream()
                .filter(place -> ExpressionShape.isValue(place.predicate()))
                .toList();
    }

    /** Asks for a value alone, of the tables of its SELECT; a join may ask for it in its own way. */
    private boolean isWrong(QueryTree query, TruthPlace place) {
        SyntaxTree.Node value = place.predicate();
        Optional<SyntaxTree.Node> from = query.selectAround(place.path()).child("fromClause");
        if (from.isEmpty() || value.all("columnRef").isEmpty()) {
            return isWrong(new QueryTree(Fragments.statement("SELECT 1 FROM DUAL WHERE 0", value)), value);
        }
        QueryTree tables = new QueryTree(Fragments.statement("SELECT 1 FROM t")).withClause(from.get());
        QueryTree right = compared(tables, values(tables));
        SyntaxTree.Node rightFrom = right.clause("fromClause").orElseThrow();
        return differ(tables, right)
                || isWrong(
                        new QueryTree(Fragments.statement("SELECT 1 FROM t WHERE 0", value)).withClause(rightFrom),
                        value);
    }

    /** @param query with the value as its predicate */
    private boolean isWrong(QueryTree query, SyntaxTree.Node value) {
        return differ(
                query, query.withClause(Fragments.first("whereClause", "SELECT 1 FROM t WHERE 0", compared(value))));
    }

    private boolean differ(QueryTree query, QueryTree other) {
        return !query.equals(other)
                && both.compare(RelatedQueries.of("truth", query, other)) instanceof Comparison.Different;
    }

    /** Inner places come first: what is put in the place of an outer one moves them. */
    private static QueryTree compared(QueryTree query, List<TruthPlace> places) {
        QueryTree changed = query;
        for (int i = places.size() - 1; i >= 0; i--) {
            List<Integer> path = places.get(i).path();
            changed = changed.with(path, compared(changed.at(path)));
        }
        return changed;
    }
}
