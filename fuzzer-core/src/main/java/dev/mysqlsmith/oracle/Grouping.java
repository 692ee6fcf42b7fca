package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a select list are to GROUP BY.
 *
 * @param items in their order
 * @param all whether each expression that is grouped by is among the items
 */
record Grouping(List<Item> items, boolean all) {
    /**
     * An item.
     *
     * @param aggregate the aggregate function that it is; null for an expression that is grouped by
     */
    record Item(SyntaxTree.@Nullable Node aggregate) {}

    Grouping {
        items = List.copyOf(items);
    }

    /** Empty where an item is neither grouped by nor one aggregate function, or where rows are grouped in more ways than one. */
    static Optional<Grouping> of(QueryTree query) {
        SyntaxTree.Node list = query.clause("selectItemList").orElseThrow();
        Optional<SyntaxTree.Node> by = query.clause("groupByClause");
        List<SyntaxTree.Node> selected = list.children("selectItem");
        boolean plain = !list.says("*")
                && by.stream().noneMatch(clause -> clause.says("ROLLUP") || clause.says("CUBE") || clause.says("SETS"));
        List<String> groups = by.stream()
                .flatMap(clause -> clause.children("groupingExpression").stream())
                .map(group -> expression(selected, group.children("expression").get(0)))
                .toList();
        List<Item> items = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (SyntaxTree.Node item : selected) {
            String text = item.child("expression").map(SyntaxTree.Node::sql).orElse("");
            Optional<SyntaxTree.Node> aggregate = aggregate(item);
            if (groups.contains(text)) {
                items.add(new Item(null));
                found.add(text);
            } else if (aggregate.isPresent()) {
                items.add(new Item(aggregate.get()));
            } else {
                return Optional.empty();
            }
        }
        return plain ? Optional.of(new Grouping(items, found.containsAll(groups))) : Optional.empty();
    }

    /** A number is a position. An alias may hide a column of its name, so that it is no expression that is known. */
    private static String expression(List<SyntaxTree.Node> items, SyntaxTree.Node group) {
        String text = group.sql();
        if (!text.matches("\\d{1,4}")) {
            return text;
        }
        int position = Integer.parseInt(text) - 1;
        return position >= 0 && position < items.size()
                ? items.get(position)
                        .child("expression")
                        .map(SyntaxTree.Node::sql)
                        .orElse("*")
                : "*";
    }

    private static Optional<SyntaxTree.Node> aggregate(SyntaxTree.Node item) {
        return item.child("expression")
                .map(SyntaxTree.Node::core)
                .filter(core -> core.is("aggregateFunction"))
                .filter(core -> core.all("aggregateFunction").size() == 1)
                .filter(core -> !core.says("DISTINCT"));
    }
}
