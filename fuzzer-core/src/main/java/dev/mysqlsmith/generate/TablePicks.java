package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which tables a definition may be about. */
final class TablePicks {
    private static final Set<Engine> ALTERABLE = Set.of(Engine.INNODB, Engine.MYISAM, Engine.MEMORY);

    private TablePicks() {}

    /** One that HANDLER can read: its engine lets it, and it can be named elsewhere meanwhile. */
    static Optional<Table> readable(Expansion expansion) {
        return pick(expansion, table -> !table.temporary() && ALTERABLE.contains(table.engine()));
    }

    /** One that can go or be emptied: no foreign key refers to it, no MERGE table is over it. */
    static Optional<Table> loose(Expansion expansion) {
        Schema schema = expansion.world().schema();
        return pick(expansion, table -> !References.isReferenced(schema, table.name()) && !isMember(schema, table));
    }

    /** One that can get another name. */
    static Optional<Table> renamable(Expansion expansion) {
        return pick(
                expansion,
                table -> !table.temporary() && !isMember(expansion.world().schema(), table));
    }

    /** One that ALTER TABLE and CREATE INDEX can change. */
    static Optional<Table> alterable(Expansion expansion) {
        return pick(expansion, table -> isAlterable(expansion.world().schema(), table));
    }

    static boolean isAlterable(Schema schema, Table table) {
        return ALTERABLE.contains(table.engine()) && !isMember(schema, table);
    }

    /** One that a view may be over that can be changed. */
    static Optional<Table> viewable(Expansion expansion) {
        return pick(expansion, table -> !table.temporary());
    }

    /** One that a MERGE table may be over. */
    static Optional<Table> mergeable(Expansion expansion) {
        return pick(expansion, table -> expansion.world().definitions().has(table.name()));
    }

    /** One with partitions whose definition is known. */
    static Optional<Table> parted(Expansion expansion) {
        return pick(expansion, table -> expansion.world().definitions().isParted(table.name()));
    }

    /** One that another one can be made like. */
    static Optional<Table> copyable(Expansion expansion, boolean temporary) {
        return pick(
                expansion,
                table -> table.engine() != Engine.MERGE
                        && !(temporary && (!table.partitions().isEmpty() || !ALTERABLE.contains(table.engine())))
                        && !(table.temporary() && !temporary));
    }

    /** Whether a MERGE table is over it: then it must stay what it is. */
    static boolean isMember(Schema schema, Table table) {
        for (Table other : schema.tables()) {
            if (other.engine() == Engine.MERGE && other.traits().over().contains(table.name())) {
                return true;
            }
        }
        return false;
    }

    static Optional<Table> pick(Expansion expansion, Predicate<Table> fitting) {
        List<Table> tables = new ArrayList<>();
        for (Table table : expansion.world().schema().tables()) {
            if (!table.view() && expansion.world().isReached(table, true) && fitting.test(table)) {
                tables.add(table);
            }
        }
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(expansion.choices().pick(tables));
    }
}
