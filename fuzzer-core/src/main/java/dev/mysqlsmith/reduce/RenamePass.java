package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Takes away a RENAME TABLE: what comes behind it goes on with the name of before. */
final class RenamePass implements ReductionPass {
    @Override
    public String name() {
        return "renames";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            SyntaxTree.Node tree = script.statement(i).tree();
            List<SyntaxTree.Node> renames = tree == null ? List.of() : TreeEdits.all(tree, "tableRename");
            if (tree != null && renames.size() == 1) {
                int index = i;
                String before = TreeEdits.name(TreeEdits.find(renames.get(0), "tableRef"));
                String after = TreeEdits.name(TreeEdits.find(renames.get(0), "newTableName"));
                edits.add(new Edit(tree.tokenCount(), () -> without(script, index, before, after)));
            }
        }
        return edits;
    }

    private static List<Step> without(Script script, int rename, String before, String after) {
        UnaryOperator<String> names = text -> TreeEdits.name(text).equals(after) ? before : text;
        List<Step> steps = script.rewriting((index, tree) -> index > rename ? TreeEdits.renamed(tree, names) : tree);
        steps.remove(rename);
        return steps;
    }
}
