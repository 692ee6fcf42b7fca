package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes away qualifiers of columns, and aliases: what named a table by its alias names the table or only the column, and what named
 * a column by its alias names the column.
 */
final class AliasPass implements ReductionPass {
    private static final Set<String> COLUMNS = Set.of("columnRef", "insertColumnRef", "updateColumnRef");

    @Override
    public String name() {
        return "aliases";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> TreeEdits.forEach(tree, place -> {
            SyntaxTree.Node node = place.node();
            if (isQualified(node)) {
                edits.add(new Edit(2, () -> script.replacing(index, place.path(), unqualified(node))));
            } else if (node.has("newTableAlias")) {
                table(script, index, tree, node, edits);
            } else if (node.is("selectItem") && node.has("newColumnAlias")) {
                column(script, index, node, edits);
            }
        }));
        return edits;
    }

    private static void table(Script script, int index, SyntaxTree.Node tree, SyntaxTree.Node node, List<Edit> edits) {
        String alias = name(node, "newTableAlias");
        Predicate<SyntaxTree.Node> named = column -> isQualified(column)
                && TreeEdits.name(column.children().get(0).sql()).equals(alias);
        int uses = (int) COLUMNS.stream()
                .flatMap(rule -> TreeEdits.all(tree, rule).stream())
                .filter(named)
                .count();
        edits.add(new Edit(
                2 * uses, () -> script.replacing(index, unqualified(tree, named).sql())));
        if (node.has("tableRef")) {
            SyntaxTree.Node bare = (SyntaxTree.Node) TreeEdits.swap(tree, node, withoutAlias(node, "newTableAlias"));
            UnaryOperator<String> renaming =
                    renaming(alias, lastName(node.children("tableRef").get(0)));
            edits.add(new Edit(
                    1 + 2 * uses,
                    () -> script.replacing(index, unqualified(bare, named).sql())));
            edits.add(new Edit(
                    1,
                    () -> script.replacing(
                            index, TreeEdits.renamed(bare, renaming).sql())));
        }
    }

    private static void column(Script script, int index, SyntaxTree.Node item, List<Edit> edits) {
        SyntaxTree.Node column = item.children("expression").get(0).core();
        if (column.is("columnRef")) {
            UnaryOperator<String> renaming = renaming(name(item, "newColumnAlias"), lastName(column));
            edits.add(new Edit(
                    1,
                    () -> script.rewriting((at, other) -> at < index
                            ? other
                            : TreeEdits.renamed(
                                    at > index
                                            ? other
                                            : TreeEdits.swap(other, item, withoutAlias(item, "newColumnAlias")),
                                    renaming))));
        }
    }

    private static boolean isQualified(SyntaxTree.Node node) {
        return COLUMNS.contains(node.rule().name()) && node.children().size() > 1;
    }

    private static SyntaxTree.Node unqualified(SyntaxTree.Node column) {
        return TreeEdits.without(column, 0, 2);
    }

    private static SyntaxTree.Node unqualified(SyntaxTree.Node node, Predicate<SyntaxTree.Node> which) {
        return which.test(node) ? unqualified(node) : node.mapped(child -> unqualified(child, which));
    }

    private static SyntaxTree.Node withoutAlias(SyntaxTree.Node node, String rule) {
        int at = node.children().indexOf(node.children(rule).get(0));
        boolean said = node.children().get(at - 1) instanceof SyntaxTree.Token; // AS
        return TreeEdits.without(node, said ? at - 1 : at, at + 1);
    }

    private static String name(SyntaxTree.Node node, String rule) {
        return TreeEdits.name(node.children(rule).get(0));
    }

    private static String lastName(SyntaxTree.Node reference) {
        return reference.children().get(reference.children().size() - 1).sql();
    }

    private static UnaryOperator<String> renaming(String from, String to) {
        return text -> TreeEdits.name(text).equals(from) ? to : text;
    }
}
