package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.ResultTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What makes two plans of EXPLAIN's traditional form alike, whatever tables, keys and row counts they have. */
final class PlanShape {
    private static final List<String> COLUMNS = List.of("select_type", "type", "Extra");

    private PlanShape() {}

    /** The shape of a plan; empty where the table is no plan. */
    static Optional<String> of(ResultTable table) {
        List<String> names = table.columns();
        if (!names.containsAll(COLUMNS)) {
            return Optional.empty();
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
        return Optional.of(shape.toString());
    }
}
