package dev.mysqlsmith.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The picture of one database. Mutable, owned by one worker; iteration is in the order of creation. */
public final class Schema {
    private final String database;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private @Nullable List<Table> all;
    private @Nullable List<Table> baseTables;
    private @Nullable List<Table> views;

    public Schema(String database) {
        this.database = database;
    }

    public String database() {
        return database;
    }

    /** Base tables and views. */
    public List<Table> tables() {
        if (all == null) {
            all = List.copyOf(tables.values());
        }
        return all;
    }

    /** Base tables only. */
    public List<Table> baseTables() {
        if (baseTables == null) {
            baseTables = tables().stream().filter(table -> !table.view()).toList();
        }
        return baseTables;
    }

    /** Views only. */
    public List<Table> views() {
        if (views == null) {
            views = tables().stream().filter(Table::view).toList();
        }
        return views;
    }

    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Adds the table, or replaces the one of its name. */
    public void put(Table table) {
        tables.put(table.name(), table);
        changed();
    }

    /** Takes the table away, if it is there. */
    public void drop(String name) {
        tables.remove(name);
        changed();
    }

    private void changed() {
        all = null;
        baseTables = null;
        views = null;
    }

    /** Changes the table, if it is there; a new name is honoured. */
    public void change(String name, UnaryOperator<Table> change) {
        Table table = tables.get(name);
        if (table != null) {
            Table changed = change.apply(table);
            if (!changed.name().equals(name)) {
                tables.remove(name);
            }
            tables.put(changed.name(), changed);
            changed();
        }
    }
}
