package dev.mysqlsmith.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table is beside its columns and indexes.
 *
 * @param checks names of its CHECK constraints, as far as they are known
 * @param partitioning null where it has no partitions, or how is not known
 * @param over the tables whose rows it shows: of a MERGE table, of a view that can be changed
 * @param pinned columns that expressions of the table name, so that they can't go
 */
public record TableTraits(
        Engine engine,
        boolean temporary,
        List<String> checks,
        List<ForeignKey> foreignKeys,
        @Nullable Partitioning partitioning,
        List<String> over,
        List<String> pinned) {
    /** An ordinary InnoDB table. */
    public static final TableTraits PLAIN =
            new TableTraits(Engine.INNODB, false, List.of(), List.of(), null, List.of(), List.of());

    public TableTraits {
        checks = List.copyOf(checks);
        foreignKeys = List.copyOf(foreignKeys);
        over = List.copyOf(over);
        pinned = List.copyOf(pinned);
    }

    public TableTraits with(Engine newEngine) {
        return new TableTraits(newEngine, temporary, checks, foreignKeys, partitioning, over, pinned);
    }

    public TableTraits withTemporary(boolean nowTemporary) {
        return new TableTraits(engine, nowTemporary, checks, foreignKeys, partitioning, over, pinned);
    }

    public TableTraits with(@Nullable Partitioning newPartitioning) {
        return new TableTraits(engine, temporary, checks, foreignKeys, newPartitioning, over, pinned);
    }

    public TableTraits withChecks(List<String> newChecks) {
        return new TableTraits(engine, temporary, newChecks, foreignKeys, partitioning, over, pinned);
    }

    public TableTraits withForeignKeys(List<ForeignKey> newForeignKeys) {
        return new TableTraits(engine, temporary, checks, newForeignKeys, partitioning, over, pinned);
    }

    /** Of a MERGE table, or a view, over these. */
    public TableTraits showing(List<String> tables) {
        return new TableTraits(engine, temporary, checks, foreignKeys, partitioning, tables, pinned);
    }

    public TableTraits withPinned(List<String> newPinned) {
        return new TableTraits(engine, temporary, checks, foreignKeys, partitioning, over, newPinned);
    }

    /** Without the check or foreign key of that name. */
    public TableTraits without(String constraint) {
        List<String> leftChecks = new ArrayList<>(checks);
        leftChecks.remove(constraint);
        return withChecks(leftChecks)
                .withForeignKeys(foreignKeys.stream()
                        .filter(key -> !key.name().equals(constraint))
                        .toList());
    }
}
