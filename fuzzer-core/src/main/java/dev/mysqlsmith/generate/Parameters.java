package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;

/** A statement with parameter markers in the place of some of its literals. */
final class Parameters {
    /** Places where a number is a position or a size, so that a parameter would mean something else. */
    private static final List<String> FIXED =
            List.of("orderByItem", "groupingExpression", "jsonTable", "frameOffset", "windowOffset", "caseExpression");

    private static final int MOST = 6;
    private static final double SHARE = 0.5;

    private final SyntaxTree.Node marker;
    private final Choices choices;
    private final List<String> values = new ArrayList<>();

    private Parameters(SyntaxTree.Node marker, Choices choices) {
        this.marker = marker;
        this.choices = choices;
    }

    /**
     * A statement to be prepared.
     *
     * @param tree with markers
     * @param values the literals that stood there, in their order
     */
    record Statement(SyntaxTree.Node tree, List<String> values) {}

    static Statement in(SyntaxTree.Node statement, Expansion expansion) {
        SyntaxTree.Node marker = expansion.lexicon().leaf(expansion.rule("simpleExpression"), "?");
        Parameters parameters = new Parameters(marker, expansion.choices());
        return new Statement(parameters.replaced(statement), List.copyOf(parameters.values));
    }

    private SyntaxTree.Node replaced(SyntaxTree.Node node) {
        if (FIXED.contains(node.rule().name())) {
            return node;
        }
        if (isLiteral(node)) {
            if (values.size() < MOST && choices.chance(SHARE)) {
                values.add(node.sql());
                return marker;
            }
            return node;
        }
        return node.mapped(this::replaced);
    }

    private static boolean isLiteral(SyntaxTree.Node node) {
        return node.is("simpleExpression")
                && node.children().size() == 1
                && node.children().get(0) instanceof SyntaxTree.Node only
                && only.is("literal");
    }
}
