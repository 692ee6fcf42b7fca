package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ExpressionLevels;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the smallest part of a query's predicate that by itself makes the difference that the whole makes. */
final class SmallestPredicate {
    private static final int MOST_TRIES = 60;

    private final QueryTree query;
    private final List<Integer> place;
    private final Predicate<QueryTree> differs;
    private int tries;

    /**
     * @param place path to the predicate
     * @param differs whether a query with another predicate shows the difference
     */
    SmallestPredicate(QueryTree query, List<Integer> place, Predicate<QueryTree> differs) {
        this.query = query;
        this.place = place;
        this.differs = differs;
    }

    /** Its shape, or that it is some aggregate; empty where the predicate has no part in it. */
    Optional<String> text() {
        return Optional.of(query.at(place))
                .filter(this::changes)
                .map(this::smallest)
                .map(this::text);
    }

    private String text(SyntaxTree.Node part) {
        boolean anyAggregate = part.core().is("aggregateFunction");
        return "predicate " + (anyAggregate ? "aggregate" : ExpressionShape.of(part));
    }

    private SyntaxTree.Node smallest(SyntaxTree.Node predicate) {
        for (SyntaxTree.Node part : parts(predicate)) {
            if (tries++ < MOST_TRIES && changes(part)) {
                return smallest(part);
            }
        }
        return predicate;
    }

    /** The parts of a predicate that can stand for it, the nearest first; none of a subquery, which is a world of its own. */
    private static List<SyntaxTree.Node> parts(SyntaxTree.Node predicate) {
        SyntaxTree.Node core = predicate.core();
        return core.children().stream()
                .filter(child -> child instanceof SyntaxTree.Node)
                .map(child -> (SyntaxTree.Node) child)
                .filter(node -> !node.is("query"))
                .flatMap(node ->
                        ExpressionLevels.has(node) ? Stream.of(Fragments.asExpression(node)) : parts(node).stream())
                .toList();
    }

    private boolean changes(SyntaxTree.Node predicate) {
        return differs.test(query.with(place, predicate));
    }
}
