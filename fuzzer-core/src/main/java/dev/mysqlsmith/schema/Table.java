package dev.mysqlsmith.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A base table or a view.
 *
 * @param view whether it is a view
 * @param writable whether rows may be inserted, changed and deleted
 * @param partitions names of its partitions; empty where it has none
 * @param traits its engine, constraints and the like
 */
public record Table(
        String name,
        boolean view,
        boolean writable,
        List<Column> columns,
        List<Index> indexes,
        List<String> partitions,
        TableTraits traits) {
    /** A view, or a table of InnoDB about which nothing else is known. */
    public Table(
            String name,
            boolean view,
            boolean writable,
            List<Column> columns,
            List<Index> indexes,
            List<String> partitions) {
        this(name, view, writable, columns, indexes, partitions, TableTraits.PLAIN);
    }

    public Table {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        partitions = List.copyOf(partitions);
    }

    /** A base table without indexes and partitions. */
    public static Table base(String name, List<Column> columns) {
        return new Table(name, false, true, columns, List.of(), List.of());
    }

    /** The column of that name. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(columnName))
                .findFirst();
    }

    public Table renamed(String newName) {
        return new Table(newName, view, writable, columns, indexes, partitions, traits);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, view, writable, newColumns, indexes, partitions, traits);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, view, writable, columns, newIndexes, partitions, traits);
    }

    public Table withPartitions(List<String> newPartitions) {
        return new Table(name, view, writable, columns, indexes, newPartitions, traits);
    }

    public Table with(TableTraits newTraits) {
        return new Table(name, view, writable, columns, indexes, partitions, newTraits);
    }

    /** The columns that {@code *} shows. */
    public List<Column> visibleColumns() {
        for (Column column : columns) {
            if (column.invisible()) {
                return columns.stream().filter(one -> !one.invisible()).toList();
            }
        }
        return columns;
    }

    public Engine engine() {
        return traits.engine();
    }

    public boolean temporary() {
        return traits.temporary();
    }

    /** The same table with one index changed. */
    public Table changingIndex(String indexName, UnaryOperator<Index> change) {
        return withIndexes(indexes.stream()
                .map(index -> index.name().equals(indexName) ? change.apply(index) : index)
                .toList());
    }

    /** The same table with one column changed. */
    public Table changing(String columnName, UnaryOperator<Column> change) {
        List<Column> changed = new ArrayList<>(columns);
        changed.replaceAll(c -> c.name().equalsIgnoreCase(columnName) ? change.apply(c) : c);
        return withColumns(changed);
    }

    /** The same table without that column; indexes lose it, and vanish when it was their last. */
    public Table without(String columnName) {
        List<Index> left = indexes.stream()
                .map(index -> index.without(columnName))
                .filter(index -> !index.columns().isEmpty())
                .toList();
        return withColumns(columns.stream()
                        .filter(c -> !c.name().equalsIgnoreCase(columnName))
                        .toList())
                .withIndexes(left);
    }
}
