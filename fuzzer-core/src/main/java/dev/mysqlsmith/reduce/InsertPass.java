package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one INSERT of two that begin alike, whether side by side or with other statements between them. */
final class InsertPass implements ReductionPass {
    @Override
    public String name() {
        return "inserts";
    }

    /** An INSERT or REPLACE that ends with its rows. */
    private record Rows(int index, String head, String rows, int headTokens) {}

    @Override
    public List<Edit> edits(Script script) {
        List<Rows> inserts = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            SyntaxTree.Node tree = script.statement(i).tree();
            Rows rows = tree == null ? null : rows(i, tree);
            if (rows != null) {
                inserts.add(rows);
            }
        }
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < inserts.size(); i++) {
            Rows first = inserts.get(i);
            inserts.subList(i + 1, inserts.size()).stream()
                    .filter(later -> later.head().equals(first.head()))
                    .findFirst()
                    .ifPresent(
                            second -> edits.add(new Edit(first.headTokens() - 1, () -> merged(script, first, second))));
        }
        return edits;
    }

    private static @Nullable Rows rows(int index, SyntaxTree.Node tree) {
        SyntaxTree.Node values = TreeEdits.find(tree, "insertValues");
        String sql = tree.sql();
        if (values == null || !sql.endsWith(values.sql())) {
            return null;
        }
        List<SyntaxTree.Node> rows = values.children("insertValuesRow");
        String text = rows.stream().map(SyntaxTree::sql).collect(Collectors.joining(", "));
        String keyword = values.children().get(0).sql();
        String head = sql.substring(0, sql.length() - values.sql().length()) + keyword;
        int tokens = tree.tokenCount() - values.tokenCount() + 1;
        return new Rows(index, head, text, tokens);
    }

    private static List<Step> merged(Script script, Rows first, Rows second) {
        List<Step> steps = script.replacing(first.index(), first.head() + " " + first.rows() + ", " + second.rows());
        steps.remove(second.index());
        return steps;
    }
}
