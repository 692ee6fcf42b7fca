package dev.mysqlsmith.grammar;

import java.util.Set;

/** The rules of the grammar that an expression goes down through, from what binds least to what binds most. */
public final class ExpressionLevels {
    private static final Set<String> LEVELS = Set.of(
            "expression",
            "booleanPrimary",
            "predicate",
            "bitExpression",
            "multiplicativeExpression",
            "simpleExpression");

    private ExpressionLevels() {}

    /** Whether a node is of one of them, so that it can be put in parentheses and stand as an expression. */
    public static boolean has(SyntaxTree.Node node) {
        return LEVELS.contains(node.rule().name());
    }
}
