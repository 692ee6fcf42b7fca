package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query with parameters in the place of the integers that its outermost WHERE and ON compare with integers: a parameter has the
 * type of what it is compared with, so that no other literal may give way to one.
 *
 * @param query with a {@code ?} for each
 * @param values of the parameters, in their order
 */
record Parameters(QueryTree query, List<String> values) {
    /** More might be no BIGINT. */
    private static final int MOST_DIGITS = 18;

    private static final SyntaxTree.Node MARKER = Fragments.first("parameterMarker", "SELECT ?");

    Parameters {
        values = List.copyOf(values);
    }

    /** Empty where there is none to give way. */
    static Optional<Parameters> of(QueryTree query, Constants constants) {
        Search search = new Search(constants, new ArrayList<>());
        QueryTree changed = query;
        for (String clause : List.of("fromClause", "whereClause")) { // as they stand in the text
            Optional<SyntaxTree.Node> part = changed.clause(clause).map(search::changed);
            changed = part.map(changed::withClause).orElse(changed);
        }
        return search.values.isEmpty() ? Optional.empty() : Optional.of(new Parameters(changed, search.values));
    }

    private record Search(Constants constants, List<String> values) {

        SyntaxTree.Node changed(SyntaxTree.Node node) {
            if (node.is("query")) {
                return node;
            }
            if (node.is("booleanPrimary") && node.children().size() == 3 && !node.says("NULL")) {
                return comparison(node);
            }
            return node.is("predicate") ? membership(node) : node.mapped(this::changed);
        }

        private SyntaxTree.Node comparison(SyntaxTree.Node node) {
            SyntaxTree.Node left = child(node, 0); // with comparisonOperator, or <=>, behind it
            SyntaxTree.Node right = child(node, 2);
            if (isLiteral(right) && isInteger(left)) {
                return node.with(2, marked(right));
            }
            return isLiteral(left) && isInteger(right) ? node.with(0, marked(left)) : node.mapped(this::changed);
        }

        /** A list of other things than integers may have another type as a whole. */
        private SyntaxTree.Node membership(SyntaxTree.Node node) {
            return node.child("predicateRest")
                    .filter(rest ->
                            rest.child("inList").filter(Search::isOfLiterals).isPresent())
                    .filter(rest -> isInteger(child(node, 0)))
                    .map(rest -> node.with(
                            1,
                            rest.with(
                                    rest.children().size() - 1,
                                    rest.all("inList").get(0).mapped(this::marked))))
                    .orElseGet(() -> node.mapped(this::changed));
        }

        private static boolean isOfLiterals(SyntaxTree.Node list) {
            return list.children("expression").stream().allMatch(Search::isLiteral);
        }

        /** An operand that is a literal. */
        private SyntaxTree.Node marked(SyntaxTree.Node operand) {
            if (operand.is("literal")) {
                values.add(operand.sql());
                return MARKER;
            }
            return operand.with(0, marked(child(operand, 0)));
        }

        private static boolean isLiteral(SyntaxTree.Node operand) {
            SyntaxTree.Node core = operand.core();
            return core.is("integerLiteral") && core.sql().length() <= MOST_DIGITS;
        }

        private boolean isInteger(SyntaxTree.Node operand) {
            return constants.isInteger(operand.sql());
        }

        private static SyntaxTree.Node child(SyntaxTree.Node node, int index) {
            return (SyntaxTree.Node) node.children().get(index);
        }
    }
}
