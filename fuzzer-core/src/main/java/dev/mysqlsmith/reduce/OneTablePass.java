package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Lets one table stand for two: what names one of them and its columns names the other and its columns in the same places. In
 * a query the table that goes may leave its name as an alias.
 */
final class OneTablePass implements ReductionPass {
    @Override
    public String name() {
        return "tables";
    }

    private record Created(int index, SyntaxTree.Node tree, String table, List<String> columns) {}

    @Override
    public List<Edit> edits(Script script) {
        List<Created> tables = tables(script);
        List<Edit> edits = new ArrayList<>();
        for (Created kept : tables) {
            for (Created gone : tables) {
                if (!kept.table().equals(gone.table())) {
                    int gain = gone.tree().tokenCount();
                    edits.add(new Edit(gain, () -> merged(script, kept, gone, false)));
                    edits.add(new Edit(gain - 1, () -> merged(script, kept, gone, true)));
                }
            }
        }
        return edits;
    }

    private static List<Created> tables(Script script) {
        List<Created> tables = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            SyntaxTree.Node tree = script.statement(i).tree();
            SyntaxTree.Node table = tree == null ? null : TreeEdits.find(tree, "newTableName");
            if (tree != null && table != null && TreeEdits.find(tree, "createTableBody") != null) {
                List<String> columns = TreeEdits.all(tree, "newColumnName").stream()
                        .map(TreeEdits::name)
                        .toList();
                tables.add(new Created(i, tree, TreeEdits.name(table), columns));
            }
        }
        return tables;
    }

    /** The table that stays is made where the first of the two was. */
    private static List<Step> merged(Script script, Created kept, Created gone, boolean alias) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < Math.min(kept.columns().size(), gone.columns().size()); i++) {
            names.put(gone.columns().get(i), kept.columns().get(i));
        }
        if (!alias) {
            names.put(gone.table(), kept.table());
        }
        UnaryOperator<String> renaming = text -> names.getOrDefault(TreeEdits.name(text), text);
        List<Step> steps = script.rewriting((index, tree) -> {
            boolean creation = index == kept.index() || index == gone.index();
            SyntaxTree pointed = alias ? pointed(tree, kept.table(), gone.table()) : tree;
            return creation ? tree : TreeEdits.renamed(pointed, renaming);
        });
        steps.set(Math.min(kept.index(), gone.index()), steps.get(kept.index()));
        steps.remove(Math.max(kept.index(), gone.index()));
        return steps;
    }

    /** References go to the other table; in a query they get an alias, where they have none, that other parts can name. */
    private static SyntaxTree pointed(SyntaxTree tree, String kept, String gone) {
        if (!(tree instanceof SyntaxTree.Node node)) {
            return tree;
        }
        if (node.is("tableRef")) {
            return TreeEdits.name(node).equals(gone) ? TreeEdits.renamed(node, text -> kept) : node;
        }
        List<SyntaxTree> children = new ArrayList<>();
        for (SyntaxTree child : node.children()) {
            children.add(pointed(child, kept, gone));
        }
        boolean named = node.is("singleTable")
                && !node.has("newTableAlias")
                && TreeEdits.name(TreeEdits.find(node, "tableRef")).equals(gone);
        if (named) {
            int behind = !node.has("partitionSelection") ? 1 : 2;
            children.add(behind, TreeEdits.renamed(children.get(0), text -> gone));
        }
        return new SyntaxTree.Node(node.rule(), children);
    }
}
