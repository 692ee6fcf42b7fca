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
 * those of the three queries with it, with its negation and with IS NULL. For WHERE, HAVING, DISTINCT, GROUP BY and aggregates.
 *
 * <p>Source: Rigger and Su, Finding Bugs in Database Systems via Query Partitioning, OOPSLA 2020.
 */
final class Tlp implements Relation {
    /** By which aggregate the values of the three parts are put together. */
    private static final Map<String, String> TOGETHER =
            Map.of("MIN", "MIN", "MAX", "MAX", "COUNT", "SUM", "SUM", "SUM", "BIT_OR", "BIT_OR", "BIT_XOR", "BIT_XOR");

    private static final String UNION = "(SELECT 0) UNION (SELECT 1) UNION (SELECT 2)";

    @Override
    public String name() {
        return "tlp";
    }

    @Override
    public List<RelatedQueries> of(QueryTree ordered, ServerVersion version, Asker asker) {
        if (ordered.specification().isEmpty()
                || ordered.clause("fromClause").isEmpty()
                || ordered.query().has("limitClause")
                || Clauses.windows(ordered)) {
            return List.of();
        }
        QueryTree query = ordered.unordered();
        if (query.clause("havingClause").isPresent()) {
            return having(query).stream().toList();
        }
        return query.clause("whereClause").isPresent()
                ? where(query, version).stream().toList()
                : List.of();
    }

    /** Without GROUP BY it may be an aggregate of HAVING that makes one row of all. */
    private static Optional<RelatedQueries> having(QueryTree query) {
        return query.clause("groupByClause").isPresent() && !Clauses.distinct(query)
                ? Optional.of(new RelatedQueries(
                        "having",
                        List.of(query.withoutClauses("havingClause")),
                        parts(query, "havingClause", "HAVING")))
                : Optional.empty();
    }

    private static Optional<RelatedQueries> where(QueryTree query, ServerVersion version) {
        QueryTree whole = query.withoutClauses("whereClause");
        List<QueryTree> parts = parts(query, "whereClause", "WHERE");
        boolean grouped = query.clause("groupByClause").isPresent();
        if (Clauses.aggregates(query)) {
            return Grouping.of(query)
                    .filter(grouping -> version.compareTo(Clauses.DERIVED_COLUMNS) >= 0 && grouping.all())
                    .flatMap(grouping -> together(grouping, grouped))
                    .map(template -> new RelatedQueries(
                            grouped ? "aggregate of groups" : "aggregate",
                            List.of(whole),
                            List.of(one(template, parts))));
        }
        if (grouped) { // a group may be in all three parts
            return Grouping.of(query)
                    .map(unused -> new RelatedQueries("groups", List.of(whole.distinct()), List.of(one(UNION, parts))));
        }
        return Optional.of(
                Clauses.distinct(query)
                        ? new RelatedQueries("distinct", List.of(whole), List.of(one(UNION, parts)))
                        : new RelatedQueries("where", List.of(whole), parts));
    }

    @Override
    public Optional<String> predicate(RelatedQueries pair) {
        return Optional.of(pair.name().equals("having") ? "havingClause" : "whereClause");
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

    /** One query of the three. */
    private static QueryTree one(String template, List<QueryTree> parts) {
        return new QueryTree(Fragments.statement(
                template, parts.stream().map(QueryTree::query).toArray(SyntaxTree.Node[]::new)));
    }

    /** {@code SELECT c0, MAX(c1) FROM ..}: the greatest of a group is the greatest of the three parts' greatest. */
    private static Optional<String> together(Grouping grouping, boolean grouped) {
        List<String> names = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (Grouping.Item item : grouping.items()) {
            String name = "c" + names.size();
            names.add(name);
            if (item.aggregate() == null) {
                groups.add(name);
                items.add(name);
            } else {
                String function =
                        TOGETHER.get(item.aggregate().children().get(0).sql().toUpperCase(Locale.ROOT));
                if (function == null) {
                    return Optional.empty();
                }
                items.add(function + "(" + name + ")");
            }
        }
        return Optional.of("SELECT " + String.join(", ", items)
                + " FROM ((SELECT 0) UNION ALL (SELECT 1) UNION ALL (SELECT 2)) AS parts (" + String.join(", ", names)
                + ")" + (grouped ? " GROUP BY " + String.join(", ", groups) : ""));
    }
}
