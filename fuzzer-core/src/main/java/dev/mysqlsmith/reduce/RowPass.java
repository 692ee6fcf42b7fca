package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Takes the same place out of all rows that a predicate compares, and out of the select lists of its subqueries. */
final class RowPass implements ReductionPass {
    @Override
    public String name() {
        return "rows";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> TreeEdits.forEach(tree, place -> {
            SyntaxTree.Node predicate = place.node();
            if (predicate.children().size() > 1 && (predicate.is("booleanPrimary") || predicate.is("predicate"))) {
                List<SyntaxTree.Node> lists = new ArrayList<>();
                collect(predicate, lists);
                for (int item = 0; item < width(lists); item++) {
                    int taken = item;
                    edits.add(new Edit(
                            gain(lists, item),
                            () -> script.replacing(index, place.path(), narrowed(predicate, lists, taken))));
                }
            }
        }));
        return edits;
    }

    /** The outermost rows, and the select lists of the outermost queries. */
    private static void collect(SyntaxTree.Node node, List<SyntaxTree.Node> lists) {
        if (isRow(node) || node.is("selectItemList")) {
            lists.add(node);
        } else if (node.is("querySpecification")) {
            lists.addAll(node.children("selectItemList"));
        } else {
            node.children().stream()
                    .filter(SyntaxTree.Node.class::isInstance)
                    .forEach(child -> collect((SyntaxTree.Node) child, lists));
        }
    }

    private static boolean isRow(SyntaxTree.Node node) {
        return node.is("rowConstructor") || node.is("parenthesizedExpression") && node.says(",");
    }

    /** How many items each of the lists has; 0 where they are no rows, or have not as many all of them. */
    private static int width(List<SyntaxTree.Node> lists) {
        List<Integer> widths =
                lists.stream().map(list -> items(list).size()).distinct().toList();
        return widths.size() == 1 && lists.stream().anyMatch(RowPass::isRow) ? widths.get(0) : 0;
    }

    private static List<SyntaxTree.Node> items(SyntaxTree.Node list) {
        return list.children(list.is("selectItemList") ? "selectItem" : "expression");
    }

    private static int gain(List<SyntaxTree.Node> lists, int item) {
        return lists.stream()
                .mapToInt(list -> items(list).get(item).tokenCount() + 1)
                .sum();
    }

    private static SyntaxTree narrowed(SyntaxTree.Node predicate, List<SyntaxTree.Node> lists, int item) {
        SyntaxTree changed = predicate;
        for (SyntaxTree.Node list : lists) {
            SyntaxTree.Node narrow = TreeEdits.withoutItem(list, items(list).get(item));
            boolean alone = narrow.is("rowConstructor") && !narrow.says(",");
            changed = TreeEdits.swap(changed, list, alone ? TreeEdits.without(narrow, 0, 1) : narrow); // no ROW (1)
        }
        return changed;
    }
}
