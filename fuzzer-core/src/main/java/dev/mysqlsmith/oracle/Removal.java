package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A feature of a query that can be taken away everywhere in it.
 *
 * @param name as a signature says it
 * @param rule of the node that has it
 * @param words tokens of the node that are taken away; none where the node itself is
 */
record Removal(String name, String rule, Set<String> words) {
    /** Before the rows that it adds are looked for in predicates. */
    static final Removal ROLLUP = new Removal("ROLLUP", "groupByClause", Set.of("WITH", "ROLLUP"));

    /** What is tried where no predicate is the cause. */
    static final List<Removal> OTHERS = List.of(
            new Removal("DISTINCT", "selectOption", Set.of()),
            new Removal("ORDER BY", "orderByClause", Set.of()),
            new Removal("LIMIT", "limitClause", Set.of()));

    /** The query without it; empty where it has none. */
    Optional<QueryTree> from(QueryTree query) {
        SyntaxTree.Node without = without(query.statement());
        return without.equals(query.statement()) ? Optional.empty() : Optional.of(new QueryTree(without));
    }

    private SyntaxTree.Node without(SyntaxTree.Node node) {
        List<SyntaxTree> kept = new ArrayList<>();
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                if (!inner.is(rule) || !words.isEmpty()) {
                    kept.add(without(inner));
                }
            } else if (!node.is(rule)
                    || !words.contains(((SyntaxTree.Token) child).text().toUpperCase(Locale.ROOT))) {
                kept.add(child);
            }
        }
        return new SyntaxTree.Node(node.rule(), kept);
    }
}
