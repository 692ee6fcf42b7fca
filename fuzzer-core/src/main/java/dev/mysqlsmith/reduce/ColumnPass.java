package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes away a column of a table, and its values in the INSERTs into that table. */
final class ColumnPass implements ReductionPass {
    @Override
    public String name() {
        return "columns";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            SyntaxTree.Node tree = script.statement(i).tree();
            SyntaxTree.Node body = tree == null ? null : TreeEdits.find(tree, "createTableBody");
            if (tree != null && body != null) {
                propose(script, i, tree, body, edits);
            }
        }
        return edits;
    }

    private static void propose(
            Script script, int index, SyntaxTree.Node tree, SyntaxTree.Node body, List<Edit> edits) {
        List<SyntaxTree.Node> elements = body.children("tableElement");
        String table = TreeEdits.name(TreeEdits.find(tree, "newTableName"));
        int position = 0;
        for (SyntaxTree.Node element : elements) {
            SyntaxTree.Node column = TreeEdits.find(element, "newColumnName");
            if (element.children().get(0) instanceof SyntaxTree.Node node && node.is("columnDefinition")) {
                int at = position++;
                String name = TreeEdits.name(column);
                if (elements.size() > 1) {
                    edits.add(new Edit(
                            element.tokenCount(), () -> without(script, index, tree, body, element, table, name, at)));
                }
            }
        }
    }

    private static List<Step> without(
            Script script,
            int index,
            SyntaxTree.Node tree,
            SyntaxTree.Node body,
            SyntaxTree.Node element,
            String table,
            String column,
            int position) {
        return script.rewriting((at, other) -> at == index
                ? TreeEdits.swap(tree, body, TreeEdits.withoutItem(body, element))
                : at > index && insertsInto(other, table) ? withoutValues(other, column, position) : other);
    }

    private static boolean insertsInto(SyntaxTree.Node tree, String table) {
        SyntaxTree.Node insert = insertOf(tree);
        return insert != null
                && TreeEdits.name(TreeEdits.find(insert, "tableRef")).equals(table);
    }

    private static SyntaxTree.@Nullable Node insertOf(SyntaxTree.Node tree) {
        SyntaxTree.Node insert = TreeEdits.find(tree, "insertStatement");
        return insert != null ? insert : TreeEdits.find(tree, "replaceStatement");
    }

    private static SyntaxTree withoutValues(SyntaxTree.Node insert, String column, int position) {
        SyntaxTree tree = insert;
        int at = position;
        SyntaxTree.Node list = TreeEdits.find(insert, "insertColumnList");
        if (list != null) {
            List<SyntaxTree.Node> names = list.children("insertColumnRef");
            at = names.stream().map(TreeEdits::name).toList().indexOf(column);
            if (at < 0) {
                return tree;
            }
            tree = TreeEdits.swap(tree, list, TreeEdits.withoutItem(list, names.get(at)));
        }
        for (SyntaxTree.Node row : TreeEdits.all(insert, "insertValuesRow")) {
            List<SyntaxTree.Node> values = row.children("valuesItem");
            if (at < values.size()) {
                tree = TreeEdits.swap(tree, row, TreeEdits.withoutItem(row, values.get(at)));
            }
        }
        return tree;
    }
}
