package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.ResultTable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What makes two plans that EXPLAIN shows alike, whatever tables, keys and row counts they have. */
final class PlanShape {
    private static final List<String> COLUMNS = List.of("select_type", "type", "Extra");
    private static final List<String> TREE = List.of("EXPLAIN");

    private PlanShape() {}

    /** A number that stands for the shape of a plan, because there may be millions; empty where the table is no plan. */
    static OptionalLong of(ResultTable table) {
        if (table.columns().equals(TREE)) {
            return ofTree(table);
        }
        return table.columns().containsAll(COLUMNS) ? OptionalLong.of(hash(traditional(table))) : OptionalLong.empty();
    }

    private static OptionalLong ofTree(ResultTable table) {
        StringBuilder operators = new StringBuilder();
        for (List<String> row : table.rows()) {
            operators.append(TreePlan.operators(Objects.requireNonNullElse(row.get(0), "")));
        }
        return operators.isEmpty() ? OptionalLong.empty() : OptionalLong.of(hash(operators));
    }

    private static CharSequence traditional(ResultTable table) {
        List<String> names = table.columns();
        int key = names.indexOf("key");
        StringBuilder shape = new StringBuilder();
        for (List<String> row : table.rows()) {
            for (String column : COLUMNS) {
                // condition texts and buffer sizes in parentheses are about the query, not about the plan
                String cell = Objects.requireNonNullElse(row.get(names.indexOf(column)), "-");
                shape.append(cell.replaceAll("\\([^)]*\\)", "")).append('|');
            }
            shape.append(key >= 0 && row.get(key) != null ? "key\n" : "-\n");
        }
        return shape;
    }

    /** 64 bits by FNV-1a: two of a million shapes are taken for one with a chance of one in ten million. */
    private static long hash(CharSequence text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
