package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Expressions without what varies from finding to finding: {@code c = ''}, {@code ABS() < row}. */
final class ExpressionShape {
    private static final int LONGEST = 100;

    /** What stands for a node of the rule. */
    private static final Map<String, String> PLAIN = Map.of(
            "columnRef", "c",
            "stringLiteral", "''",
            "integerLiteral", "0",
            "decimalLiteral", "0.0",
            "floatLiteral", "0e0",
            "hexLiteral", "x''",
            "bitLiteral", "b''",
            "temporalLiteral", "date",
            "query", "query",
            "identifier", "n");

    /** Calls stand without their arguments: what these are matters less than that something is called. */
    private static final Set<String> CALLS =
            Set.of("functionCall", "specialFunctionCall", "aggregateFunction", "windowFunctionCall", "caseExpression");

    /** What the server treats in one place. */
    private static final Map<String, String> ALIKE = Map.of(
            "<=",
            "<",
            ">",
            "<",
            ">=",
            "<",
            "!=",
            "<>",
            "SOME",
            "ANY",
            "ALL",
            "ANY",
            "&&",
            "AND",
            "||",
            "OR",
            "DISTINCTROW",
            "DISTINCT");

    private ExpressionShape() {}

    /** Whether it gives no truth value by itself: a column, a constant, a call, a sum. */
    static boolean isValue(SyntaxTree.Node expression) {
        String rule = expression.core().rule().name();
        return !rule.equals("expression")
                && !rule.equals("booleanPrimary")
                && !rule.equals("predicate")
                && !rule.equals("existsSubquery");
    }

    private static boolean isRow(SyntaxTree.Node node) {
        return node.is("rowConstructor")
                || (node.is("parenthesizedExpression")
                        && node.children("expression").size() > 1);
    }

    /** The shape as a short text. */
    static String of(SyntaxTree.Node expression) {
        List<String> words = new ArrayList<>();
        collect(unnegated(expression), words);
        String shape = String.join(" ", words);
        return shape.length() > LONGEST ? shape.substring(0, LONGEST) + "..." : shape;
    }

    /** A comparison with ANY of a query is what NOT makes of one with ALL. */
    private static SyntaxTree.Node unnegated(SyntaxTree.Node expression) {
        SyntaxTree.Node inner = expression.core();
        while (inner.is("expression") && inner.says("NOT") && inner.children().size() == 2) {
            inner = ((SyntaxTree.Node) inner.children().get(1)).core();
        }
        return inner.has("quantifiedSubquery") ? inner : expression;
    }

    private static void collect(SyntaxTree tree, List<String> words) {
        if (tree instanceof SyntaxTree.Token token) {
            String word = token.text().toUpperCase(Locale.ROOT);
            words.add(ALIKE.getOrDefault(word, word));
            return;
        }
        SyntaxTree.Node node = (SyntaxTree.Node) tree;
        String plain = PLAIN.get(node.rule().name());
        if (isRow(node)) {
            words.add("row");
        } else if (plain != null) {
            words.add(plain);
        } else if (CALLS.contains(node.rule().name())) {
            String name = node.children().get(0) instanceof SyntaxTree.Node inner
                    ? inner.sql()
                    : ((SyntaxTree.Token) node.children().get(0)).text();
            words.add(name.toUpperCase(Locale.ROOT) + (node.is("caseExpression") ? "" : "()"));
        } else if (node.is("expression") && node.says("IS") && !node.says("UNKNOWN")) {
            words.add("x IS truth"); // of joins that make up rows all four tests fail alike, whatever is tested
        } else if (node.has("quantifiedSubquery")) {
            words.add("x"); // the comparison with a subquery is what fails, whatever is compared
            node.children().subList(1, node.children().size()).forEach(child -> collect(child, words));
        } else {
            node.children().forEach(child -> collect(child, words));
        }
    }
}
