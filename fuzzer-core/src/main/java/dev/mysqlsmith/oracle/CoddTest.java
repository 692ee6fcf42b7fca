package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Constant folding and propagation: a part of the predicate of WHERE gives way to what the server says that it is, as a constant, or
 * for each row by the values of its columns.
 *
 * <p>Source: Zhang and Rigger, Constant Optimization Driven Database System Testing, SIGMOD 2025.
 */
final class CoddTest implements Relation {
    /** Of a kind in a query, each of which is asked for. */
    private static final int MOST_PARTS = 4;

    private static final int MOST_VALUES = 30;
    private static final int MOST_COLUMNS = 3;

    @Override
    public String name() {
        return "coddtest";
    }

    @Override
    public List<RelatedQueries> of(QueryTree query, ServerVersion version, Asker asker) {
        boolean plain = query.clause("fromClause").isPresent()
                && query.clause("whereClause").isPresent()
                && query.statement().all("withClause").isEmpty(); // of which a part says nothing by itself
        if (!plain) {
            return List.of();
        }
        Constants constants = new Constants(query, version, asker);
        List<TruthPlace> places = places(query);
        return Stream.of(
                        places.stream()
                                .filter(place -> outerColumns(place.predicate()).isEmpty())
                                .limit(MOST_PARTS)
                                .flatMap(place -> truth(constants, place.predicate()).stream()
                                        .map(truth ->
                                                RelatedQueries.of("constant", query, query.with(place.path(), truth)))),
                        places.stream()
                                .filter(place -> hasFewColumns(place.predicate()))
                                .limit(MOST_PARTS)
                                .flatMap(place -> cases(constants, place.predicate()).stream()
                                        .map(cases ->
                                                RelatedQueries.of("cases", query, query.with(place.path(), cases)))),
                        folded(constants, query)
                                .map(where -> RelatedQueries.of("value", query, query.withClause(where))))
                .flatMap(pairs -> pairs)
                .toList();
    }

    @Override
    public Optional<String> predicate(RelatedQueries pair) {
        return Optional.of("whereClause");
    }

    /** Predicates of the outermost WHERE that give truth values. */
    private static List<TruthPlace> places(QueryTree query) {
        List<TruthPlace> inWhere = TruthPlace.of(query).stream()
                .filter(place -> place.clause().equals("whereClause"))
                .toList();
        return inWhere.stream()
                .filter(place -> place.scope().equals(inWhere.get(0).scope()))
                .filter(place -> !ExpressionShape.isValue(place.predicate()))
                .toList();
    }

    private static Optional<SyntaxTree.Node> truth(Constants constants, SyntaxTree.Node predicate) {
        return constants
                .alone("SELECT " + predicate.sql())
                .filter(table -> table.rows().size() == 1)
                .flatMap(table -> constants.expression("(" + first(table) + ")"));
    }

    private static boolean hasFewColumns(SyntaxTree.Node predicate) {
        int columns = outerColumns(predicate).size();
        return columns > 0 && columns <= MOST_COLUMNS && predicate.all("query").isEmpty();
    }

    /** What it is for each combination of values that its columns have, where these are integers. */
    private static Optional<SyntaxTree.Node> cases(Constants constants, SyntaxTree.Node predicate) {
        List<String> columns = outerColumns(predicate);
        if (!columns.stream().allMatch(column -> constants.isNumber(column, false))) {
            return Optional.empty();
        }
        return constants
                .values(Stream.concat(columns.stream(), Stream.of(predicate.sql()))
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

    /** Columns outside of subqueries, as they are written. */
    private static List<String> outerColumns(SyntaxTree.Node predicate) {
        List<String> columns = new ArrayList<>();
        Fragments.each(predicate, node -> {
            if (node.is("columnRef")) {
                columns.add(node.sql());
            }
            return List.of();
        });
        return columns.stream().distinct().toList();
    }

    /** WHERE with one of its subqueries folded, each in turn. */
    private static Stream<SyntaxTree.Node> folded(Constants constants, QueryTree query) {
        return Fragments.each(
                        query.clause("whereClause").orElseThrow(),
                        node -> node.is("booleanPrimary")
                                ? comparison(constants, node)
                                : node.is("predicate") ? membership(constants, node) : List.of())
                .stream()
                .limit(MOST_PARTS);
    }

    /** A scalar subquery that is compared with a number. */
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
        return Optional.of(ExpressionShape.core(operand))
                .filter(core -> core.is("scalarSubquery") && constants.isNumber(other.sql(), true))
                .flatMap(core -> constants.alone("SELECT " + core.sql()))
                .filter(table ->
                        Constants.hasNumber(table, true) && table.rows().size() == 1)
                .map(CoddTest::first);
    }

    /** An integer that is looked for among those of a subquery. */
    private static List<SyntaxTree.Node> membership(Constants constants, SyntaxTree.Node node) {
        Optional<SyntaxTree.Node> rest = node.child("predicateRest").filter(part -> part.has("inSubquery"));
        SyntaxTree.Node left = (SyntaxTree.Node) node.children().get(0);
        return rest
                .filter(unused -> constants.isNumber(left.sql(), false))
                .flatMap(part -> part.all("query").stream().findFirst())
                .flatMap(subquery -> constants.alone(subquery.sql()))
                .filter(table -> Constants.hasNumber(table, false))
                .filter(table -> !table.rows().isEmpty() && table.rows().size() <= MOST_VALUES)
                .flatMap(table -> constants.expression(table.rows().stream()
                        .map(row -> Constants.text(row.get(0)))
                        .collect(Collectors.joining(", ", "0 IN (", ")"))))
                .map(example -> example.all("inList").get(0))
                .map(list -> node.with(1, listed(rest.orElseThrow(), list)))
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
