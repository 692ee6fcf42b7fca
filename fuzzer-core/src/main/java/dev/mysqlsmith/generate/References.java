package dev.mysqlsmith.generate;

import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import dev.mysqlsmith.schema.ForeignKey;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Foreign keys: what they may refer to, and what they forbid. (Manual: FOREIGN KEY Constraints.) */
final class References {
    /** Columns whose whole value is in the index, and whose type is told by its name and length. */
    private static final Set<Family> FAMILIES =
            Set.of(Family.INTEGER, Family.DECIMAL, Family.DATE, Family.DATETIME, Family.YEAR);

    private References() {}

    /** A table that a foreign key may refer to, or null. */
    static @Nullable Table parent(Schema schema, Choices choices) {
        List<Table> parents = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (!table.view() && referable(table) != null) {
                parents.add(table);
            }
        }
        return parents.isEmpty() ? null : choices.pick(parents);
    }

    /** A column that a foreign key may refer to, or null. */
    static @Nullable Column referable(Table table) {
        if (!table.engine().isInnodb()
                || table.temporary()
                || !table.partitions().isEmpty()) {
            return null;
        }
        for (Index index : table.indexes()) {
            boolean unique = index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE;
            if (unique && index.columns().size() == 1) {
                Column column = table.column(index.columns().get(0)).orElse(null);
                if (column != null
                        && !column.generated()
                        && FAMILIES.contains(column.type().family())) {
                    return column;
                }
            }
        }
        return null;
    }

    /** How a column is declared that refers to one of that type. */
    static String declaration(ColumnType type) {
        String digits = type.family() == Family.DECIMAL
                ? "(" + type.length() + "," + type.scale() + ")"
                : type.family() == Family.DATETIME && type.scale() > 0 ? "(" + type.scale() + ")" : "";
        return type.name() + digits + (type.unsigned() ? " UNSIGNED" : "");
    }

    /** Whether a foreign key of another table refers to it. */
    static boolean isReferenced(Schema schema, String table) {
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.traits().foreignKeys()) {
                if (key.parent().equals(table) && !other.name().equals(table)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it has foreign keys, or one refers to it: then much of it can't be changed. */
    static boolean isTied(Schema schema, Table table) {
        return !table.traits().foreignKeys().isEmpty() || isReferenced(schema, table.name());
    }

    /** What a table's new name means for those that refer to it. */
    static void renamed(Schema schema, String old, String now) {
        for (Table table : List.copyOf(schema.tables())) {
            List<ForeignKey> keys = table.traits().foreignKeys();
            if (keys.stream().anyMatch(key -> key.parent().equals(old))) {
                schema.put(table.with(table.traits()
                        .withForeignKeys(keys.stream()
                                .map(key -> key.parent().equals(old)
                                        ? new ForeignKey(key.name(), key.columns(), now, key.parentColumns())
                                        : key)
                                .toList())));
            }
        }
    }
}
