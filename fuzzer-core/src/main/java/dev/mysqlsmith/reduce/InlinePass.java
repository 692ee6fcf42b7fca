package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a query where its name stands: that of a view, that of a common table expression; and a table where a derived table
 * that is made of it stands.
 */
final class InlinePass implements ReductionPass {
    @Override
    public String name() {
        return "inlining";
    }

    /** A query that has a name; its columns may have others than the query's. */
    private record Named(String name, String columns, SyntaxTree.Node query) {

        /** In the place of a reference. */
        String derived(String alias) {
            return "(" + query.sql() + ") " + alias + (columns.isEmpty() ? "" : " " + columns);
        }
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> {
            view(script, index, tree, edits);
            for (SyntaxTree.Node with : TreeEdits.all(tree, "withClause")) {
                expressions(script, index, tree, with, edits);
            }
            for (SyntaxTree.Node derived : TreeEdits.all(tree, "derivedTable")) {
                tables(script, index, tree, derived, edits);
            }
        });
        return edits;
    }

    private static void view(Script script, int index, SyntaxTree.Node tree, List<Edit> edits) {
        SyntaxTree.Node creation = TreeEdits.find(tree, "createViewStatement");
        Named view = creation == null ? null : named(creation, "newViewName");
        if (view != null) {
            edits.add(new Edit(tree.tokenCount() - view.query().tokenCount(), () -> {
                List<Step> steps = script.rewriting((at, other) -> at > index ? inlined(other, view) : other);
                steps.remove(index);
                return steps;
            }));
        }
    }

    private static void expressions(
            Script script, int index, SyntaxTree.Node tree, SyntaxTree.Node with, List<Edit> edits) {
        List<SyntaxTree.Node> all = with.children("commonTableExpression");
        for (SyntaxTree.Node expression : all) {
            Named named = named(expression, "newCteName");
            if (named != null) {
                edits.add(new Edit(expression.tokenCount() - named.query().tokenCount(), () -> {
                    SyntaxTree fewer = all.size() == 1
                            ? new SyntaxTree.Node(with.rule(), List.of())
                            : TreeEdits.withoutItem(with, expression);
                    return script.replacing(
                            index,
                            inlined(TreeEdits.swap(tree, with, fewer), named).sql());
                }));
            }
        }
    }

    private static void tables(
            Script script, int index, SyntaxTree.Node tree, SyntaxTree.Node derived, List<Edit> edits) {
        SyntaxTree.Node alias = TreeEdits.find(derived, "newTableAlias");
        for (SyntaxTree.Node table : TreeEdits.all(derived, "singleTable")) {
            String name = table.children().get(0).sql();
            String text = alias == null
                    ? name
                    : name + " " + derived.children("newTableAlias").get(0).sql();
            edits.add(new Edit(
                    derived.tokenCount() - 2,
                    () -> script.replacing(
                            index, TreeEdits.swap(tree, derived, text(text)).sql())));
        }
    }

    private static @Nullable Named named(SyntaxTree.Node definition, String nameRule) {
        return definition
                .child("query")
                .map(query -> new Named(
                        definition.child(nameRule).map(TreeEdits::name).orElse(""),
                        definition
                                .child("derivedColumnList")
                                .map(SyntaxTree::sql)
                                .orElse(""),
                        query))
                .orElse(null);
    }

    /** The very same tree where nothing names it. */
    private static SyntaxTree inlined(SyntaxTree tree, Named named) {
        if (!(tree instanceof SyntaxTree.Node node)) {
            return tree;
        }
        if (node.is("singleTable")
                && TreeEdits.name((SyntaxTree.Node) node.children().get(0)).equals(named.name())) {
            String alias = node.child("newTableAlias").map(SyntaxTree::sql).orElse(named.name());
            return text(named.derived(alias));
        }
        List<SyntaxTree> children =
                node.children().stream().map(child -> inlined(child, named)).toList();
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) != node.children().get(i)) {
                return new SyntaxTree.Node(node.rule(), children);
            }
        }
        return node;
    }

    /** As it is: a candidate is parsed again. */
    private static SyntaxTree text(String sql) {
        return new SyntaxTree.Token(0, sql);
    }
}
