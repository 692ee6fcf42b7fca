package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ternary logic partitioning: a predicate is true, false or NULL for each row, so that the rows of a query without it are
 * those of the three queries with it, with its negation and with IS NULL. For WHERE, HAVING, DISTINCT and aggregates.
 *
 * <p>Source: Rigger and Su, Finding Bugs in Database Systems via Query Partitioning, OOPSLA 2020.
 */
final class Tlp implements Relation {
    /** By which aggregate the values of the three parts are put together. */
    private static final Map<String, String> TOGETHER =
            Map.of("MIN", "MIN", "MAX", "MAX", "COUNT", "SUM", "SUM", "SUM");

    @Override
    public String name() {
        return "tlp";
    }

    @Override
    public List<RelatedQueries> of(QueryTree ordered, ServerVersion version) {
        if (ordered.specification().isEmpty()
                || ordered.clause("fromClause").isEmpty()
                || ordered.query().has("limitClause")) {
            return List.of();
        }
        QueryTree query = ordered.unordered();
        List<RelatedQueries> pairs = new ArrayList<>();
        Optional<SyntaxTree.Node> groups = query.clause("groupByClause");
        if (query.clause("havingClause").isPresent()) {
            // without GROUP BY it may be an aggregate of HAVING that makes one row of all
            if (groups.isPresent() && !Clauses.windows(query) && !Clauses.distinct(query)) {
                pairs.add(new RelatedQueries(
                        "having",
                        List.of(query.withoutClauses("havingClause")),
                        parts(query, "havingClause", "HAVING")));
            }
        } else if (query.clause("whereClause").isPresent() && groups.isEmpty() && !Clauses.windows(query)) {
            QueryTree whole = query.withoutClauses("whereClause");
            List<QueryTree> parts = parts(query, "whereClause", "WHERE");
            if (Clauses.aggregates(query)) {
                aggregate(query, whole, parts, version).ifPresent(pairs::add);
            } else if (Clauses.distinct(query)) {
                pairs.add(new RelatedQueries("distinct", List.of(whole), List.of(union(parts))));
            } else {
                pairs.add(new RelatedQueries("where", List.of(whole), parts));
            }
        }
        return pairs;
    }

    @Override
    public boolean testsPredicates() {
        return true;
    }

    /** With the predicate, with its negation, and with IS NULL. */
    static List<QueryTree> parts(QueryTree query, String rule, String word) {
        SyntaxTree.Node predicate =
                query.clause(rule).orElseThrow().child("expression").orElseThrow();
        return List.of(
                query,
                query.withClause(Fragments.first(rule, "SELECT 1 FROM t " + word + " NOT (0)", predicate)),
                query.withClause(Fragments.first(rule, "SELECT 1 FROM t " + word + " (0) IS NULL", predicate)));
    }

    private static QueryTree union(List<QueryTree> parts) {
        return new QueryTree(Fragments.statement(
                "(SELECT 0) UNION (SELECT 1) UNION (SELECT 2)",
                parts.stream().map(QueryTree::query).toArray(SyntaxTree.Node[]::new)));
    }

    /** {@code SELECT MAX(a) ..} is the greatest of the three parts' greatest. */
    private static Optional<RelatedQueries> aggregate(
            QueryTree query, QueryTree whole, List<QueryTree> parts, ServerVersion version) {
        SyntaxTree.Node items = query.clause("selectItemList").orElseThrow();
        List<SyntaxTree.Node> calls = items.all("aggregateFunction");
        boolean one = version.compareTo(Clauses.DERIVED_COLUMNS) >= 0
                && items.children().size() == 1
                && calls.size() == 1
                && isCall(items.children().get(0), calls.get(0))
                && !calls.get(0).says("DISTINCT");
        String together =
                one ? TOGETHER.get(calls.get(0).children().get(0).sql().toUpperCase(Locale.ROOT)) : null;
        if (together == null) {
            return Optional.empty();
        }
        SyntaxTree.Node[] queries = parts.stream().map(QueryTree::query).toArray(SyntaxTree.Node[]::new);
        return Optional.of(new RelatedQueries(
                "aggregate",
                List.of(whole),
                List.of(new QueryTree(Fragments.statement(
                        "SELECT " + together
                                + "(c) FROM ((SELECT 0) UNION ALL (SELECT 1) UNION ALL (SELECT 2)) AS parts (c)",
                        queries)))));
    }

    private static boolean isCall(SyntaxTree item, SyntaxTree.Node call) {
        return item instanceof SyntaxTree.Node node
                && node.child("expression")
                        .map(ExpressionShape::core)
                        .filter(call::equals)
                        .isPresent();
    }
}
