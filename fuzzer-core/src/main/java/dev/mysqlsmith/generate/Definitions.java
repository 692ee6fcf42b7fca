package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Engine;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Partitioning;
import dev.mysqlsmith.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns and keys, as they were defined, of the tables whose definition is repeated:
 * by a MERGE table over it, by one that is exchanged with a partition of it. */
final class Definitions {
    private final Map<String, List<SyntaxTree>> byTable = new HashMap<>();
    private final Map<String, List<SyntaxTree>> parted = new HashMap<>();
    private final Map<String, String> twins = new HashMap<>();

    /** Remembers how the table was defined, if a MERGE table may be over it. */
    void put(Table table, List<SyntaxTree> elements) {
        Partitioning by = table.traits().partitioning();
        if (by != null && !by.subpartitioned() && table.traits().checks().isEmpty()) {
            parted.put(table.name(), List.copyOf(elements));
        }
        boolean plain = table.columns().stream().noneMatch(Column::generated)
                && table.columns().stream().noneMatch(column -> column.type().family() == Family.GEOMETRY)
                && elements.stream().noneMatch(element -> element.sql().contains("DEFAULT ("))
                && table.traits().checks().isEmpty()
                && table.indexes().stream()
                        .noneMatch(index -> index.kind() == Index.Kind.FULLTEXT || index.kind() == Index.Kind.SPATIAL);
        if (table.engine() == Engine.MYISAM && !table.temporary() && plain) {
            byTable.put(table.name(), List.copyOf(elements));
        }
    }

    /** The table is not any more what it was. */
    void forget(String table) {
        byTable.remove(table);
        parted.remove(table);
        twins.remove(table);
        twins.values().removeIf(table::equals);
    }

    /** Whether the table has partitions that another table can be exchanged with. */
    boolean isParted(String table) {
        return parted.containsKey(table);
    }

    /** How a table with partitions was defined. */
    List<SyntaxTree> ofParted(String table) {
        return parted.getOrDefault(table, List.of());
    }

    /** The twin is defined as the table with partitions is, and has none. */
    void pair(String table, String twin) {
        twins.put(table, twin);
    }

    Optional<String> twin(String table) {
        return Optional.ofNullable(twins.get(table));
    }

    /** What the database gives its tables is not any more what it was. */
    void forgetAll() {
        byTable.clear();
        parted.clear();
        twins.clear();
    }

    boolean has(String table) {
        return byTable.containsKey(table);
    }

    List<SyntaxTree> of(String table) {
        return byTable.getOrDefault(table, List.of());
    }
}
