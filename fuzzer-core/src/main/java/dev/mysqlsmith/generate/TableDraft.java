package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.ForeignKey;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Partitioning;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableTraits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table while a statement defines or alters it. */
final class TableDraft {
    private static final int LONGEST = 256;
    private static final int LONGEST_IN_OLD_FORMATS = 191;
    private static final int LONGEST_IN_MYISAM = 60;

    private String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<String> partitions = new ArrayList<>();
    private final List<String> keyColumns = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private TableTraits traits = TableTraits.PLAIN;
    private boolean writable = true;
    private boolean multiValued;

    TableDraft(String name) {
        this.name = name;
    }

    /** How far the draft has come, for {@link #backTo}. */
    record Mark(int columns, int indexes, int keyColumns, TableTraits traits) {
        static final Mark BEGINNING = new Mark(0, 0, 0, TableTraits.PLAIN);
    }

    Mark mark() {
        boolean begun = !columns.isEmpty() || !indexes.isEmpty() || !keyColumns.isEmpty();
        return !begun && traits == TableTraits.PLAIN
                ? Mark.BEGINNING
                : new Mark(columns.size(), indexes.size(), keyColumns.size(), traits);
    }

    void backTo(Mark mark) {
        shorten(columns, mark.columns());
        shorten(indexes, mark.indexes());
        shorten(keyColumns, mark.keyColumns());
        traits = mark.traits();
    }

    private static void shorten(List<?> list, int size) {
        if (list.size() > size) {
            list.subList(size, list.size()).clear();
        }
    }

    static TableDraft of(Table table) {
        TableDraft draft = new TableDraft(table.name());
        draft.become(table);
        return draft;
    }

    /** All of it is as in the table. */
    void become(Table table) {
        name = table.name();
        replace(columns, table.columns());
        replace(indexes, table.indexes());
        replace(partitions, table.partitions());
        writable = table.writable();
        traits = table.traits();
    }

    private static <T> void replace(List<T> list, List<T> with) {
        list.clear();
        list.addAll(with);
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

    /** The options that it is made with, as SQL. */
    List<String> options() {
        return options;
    }

    /** How many characters of a text a key may hold. */
    int longestKeyPart() {
        boolean narrow =
                options.stream().anyMatch(option -> option.contains("COMPACT") || option.contains("REDUNDANT"));
        return engine() == Engine.MYISAM ? LONGEST_IN_MYISAM : narrow ? LONGEST_IN_OLD_FORMATS : LONGEST;
    }

    /** Whether its texts have a character set that not every collation is for. */
    boolean hasOwnCharset() {
        return options.stream().anyMatch(option -> option.contains("CHARACTER SET"));
    }

    TableTraits traits() {
        return traits;
    }

    /** Whether rows are written to it: then the types of its columns are known. */
    boolean isWritable() {
        return writable;
    }

    Engine engine() {
        return traits.engine();
    }

    void become(TableTraits newTraits) {
        traits = newTraits;
    }

    void partitionBy(Partitioning partitioning, List<String> names) {
        traits = traits.with(partitioning);
        replace(partitions, List.copyOf(names));
    }

    void unpartition() {
        traits = traits.with((Partitioning) null);
        partitions.clear();
    }

    void addCheck(String check) {
        List<String> checks = new ArrayList<>(traits.checks());
        checks.add(check);
        traits = traits.withChecks(checks);
    }

    void addForeignKey(ForeignKey key) {
        List<ForeignKey> keys = new ArrayList<>(traits.foreignKeys());
        keys.add(key);
        traits = traits.withForeignKeys(keys);
    }

    /** The columns can't go as long as the table is as it is. */
    void pin(List<String> names) {
        List<String> pinned = new ArrayList<>(traits.pinned());
        pinned.addAll(names);
        traits = traits.withPinned(pinned);
    }

    /** The table's columns that an expression names. */
    List<String> namesIn(SyntaxTree expression) {
        List<String> names = new ArrayList<>();
        expression.forEachToken(token -> {
            for (Column column : columns) {
                if (column.name().equals(token.text())) {
                    names.add(column.name());
                }
            }
        });
        return names;
    }

    /** Whether the index under construction has a multi-valued part: it takes one only. */
    boolean isMultiValued() {
        return multiValued;
    }

    void multiValued(boolean now) {
        multiValued = now;
    }

    boolean hasPrimaryKey() {
        return indexes.stream().anyMatch(index -> index.kind() == Index.Kind.PRIMARY);
    }

    /** A column of it that a foreign key may refer to: it is unique, and neither a text nor generated. */
    @Nullable
    Column referable() {
        return References.referable(toTable());
    }

    Table toTable() {
        return new Table(name, false, writable, columns, indexes, partitions, traits);
    }
}
