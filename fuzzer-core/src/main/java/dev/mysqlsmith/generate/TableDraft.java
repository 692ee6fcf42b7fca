package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** A table while a statement defines or alters it. */
final class TableDraft {
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<String> partitions = new ArrayList<>();
    private final List<String> keyColumns = new ArrayList<>();
    private boolean writable = true;

    TableDraft(String name) {
        this.name = name;
    }

    /** How far the draft has come, for {@link #backTo}. */
    record Mark(int columns, int indexes, int keyColumns) {
        static final Mark BEGINNING = new Mark(0, 0, 0);
    }

    Mark mark() {
        return columns.isEmpty() && indexes.isEmpty() && keyColumns.isEmpty()
                ? Mark.BEGINNING
                : new Mark(columns.size(), indexes.size(), keyColumns.size());
    }

    void backTo(Mark mark) {
        shorten(columns, mark.columns());
        shorten(indexes, mark.indexes());
        shorten(keyColumns, mark.keyColumns());
    }

    private static void shorten(List<?> list, int size) {
        if (list.size() > size) {
            list.subList(size, list.size()).clear();
        }
    }

    static TableDraft of(Table table) {
        TableDraft draft = new TableDraft(table.name());
        draft.columns.addAll(table.columns());
        draft.indexes.addAll(table.indexes());
        draft.partitions.addAll(table.partitions());
        draft.writable = table.writable();
        return draft;
    }

    String name() {
        return name;
    }

    List<Column> columns() {
        return columns;
    }

    List<Index> indexes() {
        return indexes;
    }

    List<String> partitions() {
        return partitions;
    }

    /** The columns of the index that is under construction. */
    List<String> keyColumns() {
        return keyColumns;
    }

    boolean hasPrimaryKey() {
        return indexes.stream().anyMatch(index -> index.kind() == Index.Kind.PRIMARY);
    }

    boolean hasUniqueKey() {
        return indexes.stream()
                .anyMatch(index -> index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE);
    }

    /** The columns under the table's own name, or under none. */
    Relation relation(String qualifier) {
        return new Relation(qualifier, columns);
    }

    Table toTable() {
        return new Table(name, false, writable, columns, indexes, partitions);
    }
}
