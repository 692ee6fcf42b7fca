package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.SqlName;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first rows of each table of a script, and the constants that stand in them. */
final class RowSample {
    /** Rows kept of a table. */
    static final int MOST_ROWS = 100;

    private static final int MOST_VALUES = 40;
    private static final int LONGEST_VALUE = 200;

    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> values = new LinkedHashMap<>();
    private int left;

    /** How many rows were left out. */
    int left() {
        return left;
    }

    /** The statement with those of its rows that are still wanted; empty where none is. */
    Optional<SyntaxTree.Node> keep(SyntaxTree.Node statement, Table table) {
        List<SyntaxTree.Node> lists = statement.all("insertValues");
        if (lists.isEmpty()) {
            rows.merge(table.name(), 1, Integer::sum);
            return Optional.of(statement);
        }
        SyntaxTree.Node list = lists.get(0);
        List<SyntaxTree.Node> all = list.children("insertValuesRow");
        int wanted = Math.min(all.size(), MOST_ROWS - rows.getOrDefault(table.name(), 0));
        left += all.size() - Math.max(0, wanted);
        if (wanted <= 0) {
            return Optional.empty();
        }
        rows.merge(table.name(), wanted, Integer::sum);
        List<String> columns = columns(statement, table);
        all.subList(0, wanted).forEach(row -> note(table.name(), columns, row.children("valuesItem")));
        // VALUES, then a row and a comma each
        SyntaxTree.Node shorter =
                new SyntaxTree.Node(list.rule(), list.children().subList(0, 2 * wanted));
        return Optional.of(wanted == all.size() ? statement : replaced(statement, list, shorter));
    }

    /** The table with what is known of its columns' values. */
    Table sampled(Table table) {
        Map<String, Set<String>> known = values.getOrDefault(table.name(), Map.of());
        return table.withColumns(table.columns().stream()
                .map(column -> Type.of(column.type()).isComparable()
                        ? column.sampled(List.copyOf(known.getOrDefault(key(column.name()), Set.of())))
                        : column)
                .toList());
    }

    private static List<String> columns(SyntaxTree.Node statement, Table table) {
        List<SyntaxTree.Node> lists = statement.all("insertColumnList");
        return lists.isEmpty()
                ? table.visibleColumns().stream().map(Column::name).toList()
                : lists.get(0).children("insertColumnRef").stream()
                        .map(reference -> reference.children("identifier"))
                        .map(parts ->
                                SqlName.written(parts.get(parts.size() - 1).sql()))
                        .toList();
    }

    private void note(String table, List<String> columns, List<SyntaxTree.Node> row) {
        Map<String, Set<String>> ofTable = values.computeIfAbsent(table, unused -> new LinkedHashMap<>());
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            Set<String> ofColumn = ofTable.computeIfAbsent(key(columns.get(i)), unused -> new LinkedHashSet<>());
            String value = row.get(i).sql();
            if (ofColumn.size() < MOST_VALUES && value.length() <= LONGEST_VALUE && isConstant(row.get(i))) {
                ofColumn.add(value);
            }
        }
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    /** A literal that is not NULL, with a sign at most. */
    private static boolean isConstant(SyntaxTree.Node item) {
        SyntaxTree.Node core = item.core();
        boolean signed = core.is("simpleExpression") && (core.says("-") || core.says("+"));
        SyntaxTree.Node value =
                signed ? core.child("simpleExpression").orElseThrow().core() : core;
        return value.rule().name().endsWith("Literal") && !value.is("nullLiteral");
    }

    private static SyntaxTree.Node replaced(SyntaxTree.Node tree, SyntaxTree.Node old, SyntaxTree.Node now) {
        List<SyntaxTree> children = new ArrayList<>(tree.children());
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) == old) {
                return tree.with(i, now);
            }
            if (children.get(i) instanceof SyntaxTree.Node inner
                    && !inner.all(old.rule().name()).isEmpty()) {
                return tree.with(i, replaced(inner, old, now));
            }
        }
        throw new IllegalStateException("the part to be replaced is not in the tree");
    }
}
