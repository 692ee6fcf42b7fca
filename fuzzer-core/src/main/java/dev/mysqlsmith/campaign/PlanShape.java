package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.ResultTable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What makes two plans of EXPLAIN's traditional form alike, whatever tables, keys and row counts they have. */
final class PlanShape {
    private static final List<String> COLUMNS = List.of("select_type", "type", "Extra");

    private PlanShape() {}

    /** A number that stands for the shape of a plan, because there may be millions; empty where the table is no plan. */
    static OptionalLong of(ResultTable table) {
        List<String> names = table.columns();
        if (!names.containsAll(COLUMNS)) {
            return OptionalLong.empty();
        }
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
        return OptionalLong.of(hash(shape));
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
