package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ExpressionLevels;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A place in a query where an expression counts by its truth alone: a predicate, an operand of NOT, AND, XOR and OR, a condition of
 * CASE.
 *
 * @param path to it from the statement, as indexes of children
 * @param predicate that stands there
 * @param scope path to the clause that it is in: names mean the same in all of one
 * @param clause of the outermost SELECT that has it, by its rule; empty where none has
 * @param filters whether NULL counts as FALSE there
 */
record TruthPlace(List<Integer> path, SyntaxTree.Node predicate, List<Integer> scope, String clause, boolean filters) {

    /** All of a query, outer ones before inner ones. */
    static List<TruthPlace> of(QueryTree query) {
        Walk walk = new Walk(query.specification().orElse(query.statement()), new ArrayList<>());
        walk.visit(query.statement(), List.of(), Use.VALUE, List.of(), "");
        return List.copyOf(walk.places);
    }

    /** What a parent takes of an expression. */
    private enum Use {
        VALUE,
        TRUTH,
        FILTER
    }

    private record Walk(SyntaxTree.Node outermost, List<TruthPlace> places) {
        private static final Set<String> SCOPES =
                Set.of("query", "whereClause", "havingClause", "joinCondition", "selectItemList", "aggregateFunction");

        void visit(SyntaxTree.Node node, List<Integer> path, Use use, List<Integer> scope, String clause) {
            if (node.is("expression") && use != Use.VALUE) {
                places.add(new TruthPlace(path, node, scope, clause, use == Use.FILTER));
            }
            for (int i = 0; i < node.children().size(); i++) {
                if (node.children().get(i) instanceof SyntaxTree.Node child) {
                    List<Integer> down = new ArrayList<>(path);
                    down.add(i);
                    visit(
                            child,
                            down,
                            use(node, child, i, use),
                            SCOPES.contains(child.rule().name()) ? down : scope,
                            node == outermost ? child.rule().name() : clause);
                }
            }
        }

        private static Use use(SyntaxTree.Node parent, SyntaxTree.Node child, int index, Use outer) {
            return switch (parent.rule().name()) {
                case "whereClause", "havingClause", "joinCondition" -> Use.FILTER;
                case "caseExpression" -> parent.has("expression") ? Use.VALUE : Use.FILTER;
                case "whenClause" -> index == 1 ? outer : Use.VALUE;
                case "expression" -> child.is("expression") ? operand(parent, outer) : link(parent, outer);
                case "parenthesizedExpression" -> parent.children("expression").size() == 1 ? outer : Use.VALUE;
                default -> ExpressionLevels.has(parent) ? link(parent, outer) : Use.VALUE;
            };
        }

        /** What AND and OR give is true for the same operands, whether these are FALSE or NULL. */
        private static Use operand(SyntaxTree.Node parent, Use outer) {
            return outer == Use.FILTER && !parent.says("NOT") && !parent.says("XOR") ? Use.FILTER : Use.TRUTH;
        }

        private static Use link(SyntaxTree.Node parent, Use outer) {
            return parent.children().size() == 1 ? outer : Use.VALUE;
        }
    }
}
