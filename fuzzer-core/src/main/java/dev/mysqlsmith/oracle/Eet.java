package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Equivalent expression transformation: a predicate, a selected value or a table of a query gives way to one that is the same for
 * each row.
 *
 * <p>Source: Jiang and Su, Detecting Logic Bugs in Database Engines via Equivalent Expression Transformation, OSDI 2024.
 */
final class Eet implements Relation {
    /** Of a query, so that a replay ends. */
    private static final int MOST_PLACES = 12;

    /** Tokens of a predicate that is written several times. */
    private static final int LONGEST = 80;

    private static final Set<String> PASS_TYPES_ON =
            Set.of("COALESCE", "IFNULL", "IF", "NULLIF", "LEAST", "GREATEST", "ANY_VALUE");

    private static final String DERIVED = "SELECT 1 FROM (SELECT * FROM t0) AS t1";
    /** What has a limit is not merged into the query around it. */
    private static final String MATERIALIZED = "SELECT 1 FROM (SELECT * FROM t0 LIMIT 18446744073709551615) AS t1";

    /** What stands for a predicate 0, made of another one 1. */
    private enum Form {
        CONJUNCT("((0) AND ((1) OR NOT (1) OR (1) IS NULL))"),
        DISJUNCT("((0) OR ((1) AND NOT (1) AND (1) IS NOT NULL))"),
        BRANCH("CASE WHEN (1) THEN (0) ELSE (0) END"),
        DEAD_BRANCH("CASE WHEN (1) AND NOT (1) AND (1) IS NOT NULL THEN (1) ELSE (0) END"),
        DOUBLE_NEGATION("(NOT (NOT (0)))"),
        TRUTH("((0) IS TRUE)");

        private final String template;

        Form(String expression) {
            template = "SELECT " + expression;
        }

        /** Of two types CASE makes a third one, where they are not both of truth values. */
        boolean fits(TruthPlace place, SyntaxTree.Node other) {
            return switch (this) {
                case TRUTH -> place.filters();
                case DEAD_BRANCH -> !ExpressionShape.isValue(place.predicate()) && !ExpressionShape.isValue(other);
                default -> true;
            };
        }

        SyntaxTree.Node of(SyntaxTree.Node expression, SyntaxTree.Node other) {
            return Fragments.first("expression", template, expression, other);
        }

        String in(String clause) {
            String form = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return clause.isEmpty() ? form : form + " in " + clause.replace("Clause", "");
        }
    }

    @Override
    public String name() {
        return "eet";
    }

    @Override
    public List<RelatedQueries> of(QueryTree query, ServerVersion version, Asker asker) {
        List<TruthPlace> places = TruthPlace.of(query).stream()
                .filter(place -> place.predicate().tokenCount() <= LONGEST)
                .toList();
        return Stream.of(predicates(query, places), values(query, places), tables(query))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<String> predicate(RelatedQueries pair) {
        return Stream.of("where", "having")
                .filter(clause -> pair.name().endsWith(" in " + clause))
                .map(clause -> clause + "Clause")
                .findFirst();
    }

    private static List<RelatedQueries> predicates(QueryTree query, List<TruthPlace> places) {
        List<RelatedQueries> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_PLACES, places.size()); i++) {
            TruthPlace place = places.get(i);
            List<SyntaxTree.Node> others = places.stream()
                    .filter(other -> other.scope().equals(place.scope()))
                    .map(TruthPlace::predicate)
                    .toList();
            for (Form form : Form.values()) {
                SyntaxTree.Node other = others.get((i + form.ordinal()) % others.size());
                if (form.fits(place, other)) {
                    pairs.add(RelatedQueries.later(
                                    form.in(place.clause()),
                                    query,
                                    () -> query.with(place.path(), form.of(place.predicate(), other)))
                            .at(place));
                }
            }
        }
        return pairs;
    }

    /** Where an item is grouped by or an aggregate, another text of it may be no item at all. */
    private static List<RelatedQueries> values(QueryTree query, List<TruthPlace> places) {
        boolean plain = query.specification().isPresent()
                && query.clause("groupByClause").isEmpty()
                && query.clause("havingClause").isEmpty()
                && !Clauses.aggregates(query)
                && !Clauses.windows(query);
        if (!plain) {
            return List.of();
        }
        Optional<SyntaxTree.Node> predicate = query.clause("whereClause")
                .flatMap(where -> where.child("expression"))
                .filter(whole -> whole.tokenCount() <= LONGEST);
        return Fragments.each(
                        query.clause("selectItemList").orElseThrow(),
                        node -> node.is("expression") && node.tokenCount() <= LONGEST && keepsType(node)
                                ? List.of(Form.BRANCH.of(node, predicate.orElse(node)))
                                : List.of())
                .stream()
                .map(items -> RelatedQueries.of("selected value", query, query.withClause(items)))
                .toList();
    }

    /**
     * CASE gives bits of a BIT as text; what may be one is left alone. So is a literal, which LEAST and the like read as what it
     * stands beside.
     */
    private static boolean keepsType(SyntaxTree.Node item) {
        SyntaxTree.Node core = item.core();
        return !core.rule().name().endsWith("Literal")
                && switch (core.rule().name()) {
                    case "columnRef", "scalarSubquery", "parenthesizedExpression", "caseExpression" -> false;
                    case "functionCall" -> !PASS_TYPES_ON.contains(name(core));
                    case "specialFunctionCall" -> !core.says("DEFAULT") && !core.says("VALUES");
                    default -> true;
                };
    }

    private static String name(SyntaxTree.Node call) {
        return ((SyntaxTree.Node) call.children().get(0)).sql().toUpperCase(Locale.ROOT);
    }

    private static List<RelatedQueries> tables(QueryTree query) {
        return Stream.of(DERIVED, MATERIALIZED)
                .flatMap(template -> query.clause("fromClause").stream()
                        .flatMap(from -> Fragments.each(from, node -> derived(template, node)).stream())
                        .map(from -> RelatedQueries.of(
                                template.equals(DERIVED) ? "derived table" : "materialized table",
                                query,
                                query.withClause(from))))
                .toList();
    }

    private static List<SyntaxTree.Node> derived(String template, SyntaxTree.Node factor) {
        return factor.is("tableFactor")
                ? factor
                        .child("singleTable")
                        .filter(table -> !table.has("partitionSelection")
                                && !table.has("indexHintList")
                                && !table.has("tableSample"))
                        .map(table -> Fragments.first(
                                "tableFactor",
                                template,
                                table.children("tableRef").get(0),
                                alias(table)))
                        .stream()
                        .toList()
                : List.of();
    }

    private static SyntaxTree.Node alias(SyntaxTree.Node table) {
        return table.child("newTableAlias").orElseGet(() -> {
            List<SyntaxTree.Node> names = table.children("tableRef").get(0).children("identifier");
            return Fragments.first("newTableAlias", "SELECT 1 FROM t AS a").with(0, names.get(names.size() - 1));
        });
    }
}
