package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Takes a SELECT's tables away and the columns that it gives of them, both at once: neither goes alone. */
final class TablelessPass implements ReductionPass {
    private static final SyntaxTree.Token CONSTANT = new SyntaxTree.Token(0, "1");

    @Override
    public String name() {
        return "tableless";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> TreeEdits.forEach(tree, place -> {
            SyntaxTree.Node select = place.node();
            SyntaxTree.Node items = select.child("selectItemList").orElse(null);
            SyntaxTree.Node tables = select.child("fromClause").orElse(null);
            if (items != null && tables != null) {
                List<SyntaxTree> children = new ArrayList<>(select.children());
                children.remove(tables);
                children.set(children.indexOf(items), CONSTANT);
                SyntaxTree.Node without = new SyntaxTree.Node(select.rule(), children);
                edits.add(new Edit(
                        select.tokenCount() - without.tokenCount(),
                        () -> script.replacing(index, place.path(), without)));
            }
        }));
        return edits;
    }
}
