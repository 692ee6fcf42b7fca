package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.ExpressionLevels;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Puts a constant in the place of an expression: of a subquery, a call, an operation. */
final class ConstantPass implements ReductionPass {
    private static final List<String> CONSTANTS = List.of("1", "NULL", "''");

    @Override
    public String name() {
        return "constants";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> TreeEdits.forEach(tree, place -> propose(script, index, place, edits)));
        return edits;
    }

    private static void propose(Script script, int index, TreeEdits.Place place, List<Edit> edits) {
        SyntaxTree.Node node = place.node();
        boolean chainGoesOn = node.children().size() == 1
                && node.children().get(0) instanceof SyntaxTree.Node only
                && ExpressionLevels.has(only);
        int tokens = node.tokenCount();
        if (chainGoesOn || tokens < 2 || !ExpressionLevels.has(node)) {
            return;
        }
        for (String constant : CONSTANTS) {
            edits.add(new Edit(
                    tokens - 1, () -> script.replacing(index, place.path(), new SyntaxTree.Token(0, constant))));
        }
    }
}
