package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Constant folding and propagation: a part of a predicate gives way to what the server says that it is, as a constant, or for each
 * row by the values of its columns.
 *
 * <p>Source: Zhang and Rigger, Constant Optimization Driven Database System Testing, SIGMOD 2025.
 */
final class CoddTest implements Relation {
    /** Of a kind in a query, each of which is asked for. */
    private static final int MOST_PARTS = 4;

    private static final int MOST_VALUES = 30;
    private static final int MOST_COLUMNS = 3;

    private static final String WHERE = "whereClause";
    private static final String HAVING = "havingClause";
    /** Where ON is. */
    private static final String FROM = "fromClause";

    private static final Set<String> OF_ROWS = Set.of("columnRef", "aggregateFunction", "windowFunctionCall");

    @Override
    public String name() {
        return "coddtest";
    }

    @Override
    public List<RelatedQueries> of(QueryTree query, ServerVersion version, Asker asker) {
        boolean plain = query.clause("fromClause").isPresent()
                && query.statement().all("withClause").isEmpty(); // of which a part says nothing by itself
        if (!plain) {
            return List.of();
        }
        Constants constants = new Constants(query, version, asker);
        List<TruthPlace> places = places(query);
        return Stream.of(
                        places.stream()
                                .filter(place -> isConstant(place.predicate()))
                                .limit(MOST_PARTS)
                                .flatMap(place -> truth(constants, place.predicate()).stream()
                                        .map(truth -> RelatedQueries.of(
                                                        "constant" + in(place.clause()),
                                                        query,
                                                        query.with(place.path(), truth))
                                                .at(place))),
                        places.stream()
                                .filter(place -> place.clause().equals(WHERE) && hasFewColumns(place.predicate()))
                                .limit(MOST_PARTS)
                                .flatMap(place -> cases(constants, place.predicate()).stream()
                                        .map(cases -> RelatedQueries.of("cases", query, query.with(place.path(), cases))
                                                .at(place))),
                        Stream.of(WHERE, FROM)
                                .flatMap(clause -> folded(constants, query, clause)
                                        .map(other -> RelatedQueries.of(
                                                "value" + in(clause), query, query.withClause(other)))))
                .flatMap(pairs -> pairs)
                .toList();
    }

    private static String in(String clause) {
        return switch (clause) {
            case FROM -> " in on";
            case HAVING -> " in having";
            default -> "";
        };
    }

    @Override
    public Optional<String> predicate(RelatedQueries pair) {
        return pair.name().endsWith(in(FROM))
                ? Optional.empty()
                : Optional.of(pair.name().endsWith(in(HAVING)) ? HAVING : WHERE);
    }

    /** Predicates of WHERE, HAVING and ON of the outermost SELECT that give truth values. */
    private static List<TruthPlace> places(QueryTree query) {
        return TruthPlace.of(query).stream()
                .filter(place -> Set.of(WHERE, FROM, HAVING).contains(place.clause()))
                .filter(place -> query.isOutermost(place.path()))
                .filter(place -> !ExpressionShape.isValue(place.predicate()))
                .toList();
    }

    /** Whether it is the same for all rows. */
    private static boolean isConstant(SyntaxTree.Node predicate) {
        return ofRows(predicate).isEmpty();
    }

    private static Optional<SyntaxTree.Node> truth(Constants constants, SyntaxTree.Node predicate) {
        return constants
                .alone("SELECT " + predicate.sql())
                .filter(table -> table.rows().size() == 1)
                .flatMap(table -> constants.expression("(" + first(table) + ")"));
    }

    private static boolean hasFewColumns(SyntaxTree.Node predicate) {
        int columns = ofRows(predicate).size();
        return columns > 0 && columns <= MOST_COLUMNS && predicate.all("query").isEmpty();
    }

    /** What it is for each combination of values that its columns have, where these are integers. */
    private static Optional<SyntaxTree.Node> cases(Constants constants, SyntaxTree.Node predicate) {
        List<String> columns = ofRows(predicate);
        if (!columns.stream().allMatch(constants::isInteger)) {
            return Optional.empty();
        }
        return constants
                .combinations(Stream.concat(columns.stream(), Stream.of(predicate.sql()))
                        .toList())
                .filter(rows -> !rows.isEmpty() && rows.size() <= MOST_VALUES)
                .flatMap(rows -> constants.expression(rows.stream()
                        .map(row -> "WHEN " + equal(columns, row) + " THEN " + Constants.text(row.get(columns.size())))
                        .collect(Collectors.joining(" ", "CASE ", " END"))));
    }

    private static String equal(List<String> columns, List<@Nullable String> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " <=> " + Constants.text(row.get(i)))
                .collect(Collectors.joining(" AND "));
    }

    /** Columns and aggregates outside of subqueries, as they are written. */
    private static List<String> ofRows(SyntaxTree.Node predicate) {
        List<String> found = new ArrayList<>();
        Fragments.each(predicate, node -> {
            if (OF_ROWS.contains(node.rule().name())) {
                found.add(node.sql());
            }
            return List.of();
        });
        return found.stream().distinct().toList();
    }

    /** The clause with one of the subqueries of its predicates folded, each in turn. */
    private static Stream<SyntaxTree.Node> folded(Constants constants, QueryTree query, String clause) {
        return query.clause(clause).stream()
                .flatMap(whole -> Fragments.each(
                        whole,
                        node -> node.is("booleanPrimary")
                                ? comparison(constants, node)
                                : node.is("predicate") ? membership(constants, node) : List.of())
                        .stream())
                .limit(MOST_PARTS);
    }

    /** A scalar subquery that is compared with something of its kind. */
    private static List<SyntaxTree.Node> comparison(Constants constants, SyntaxTree.Node node) {
        if (node.children().size() != 3
                || !(node.children().get(0) instanceof SyntaxTree.Node left)
                || !(node.children().get(2) instanceof SyntaxTree.Node right)) {
            return List.of();
        }
        return Stream.of(
                        scalar(constants, left, right)
                                .flatMap(value -> constants.expression("(" + value + ") = 0"))
                                .map(example -> node.with(
                                        0,
                                        example.all("booleanPrimary")
                                                .get(0)
                                                .children()
                                                .get(0))),
                        scalar(constants, right, left)
                                .flatMap(value -> constants.expression("0 = (" + value + ")"))
                                .map(example -> node.with(
                                        2,
                                        example.all("booleanPrimary")
                                                .get(0)
                                                .children()
                                                .get(2))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> scalar(Constants constants, SyntaxTree.Node operand, SyntaxTree.Node other) {
        SyntaxTree.Node core = operand.core();
        return core.is("scalarSubquery")
                ? constants
                        .kind(other.sql())
                        .flatMap(kind -> constants.values("SELECT " + core.sql(), kind::isLike))
                        .filter(values -> values.size() == 1)
                        .map(values -> values.get(0))
                : Optional.empty();
    }

    /** An integer or a text that is looked for among those of a subquery. */
    private static List<SyntaxTree.Node> membership(Constants constants, SyntaxTree.Node node) {
        SyntaxTree.Node rest = node.child("predicateRest").orElse(null);
        if (rest == null || !rest.has("inSubquery")) {
            return List.of();
        }
        String subquery = rest.all("query").get(0).sql();
        return constants
                .kind(((SyntaxTree.Node) node.children().get(0)).sql())
                .filter(kind -> !kind.equals(Constants.Kind.DECIMAL))
                .flatMap(kind -> constants.values(subquery, kind::equals))
                .filter(values -> !values.isEmpty() && values.size() <= MOST_VALUES)
                .flatMap(values -> constants.expression("0 IN (" + String.join(", ", values) + ")"))
                .map(example -> example.all("inList").get(0))
                .map(list -> node.with(1, listed(rest, list)))
                .stream()
                .toList();
    }

    private static SyntaxTree.Node listed(SyntaxTree.Node rest, SyntaxTree.Node list) {
        int last = rest.children().size() - 1;
        return rest.with(last, list);
    }

    private static String first(ResultTable table) {
        return Constants.text(table.rows().get(0).get(0));
    }
}
