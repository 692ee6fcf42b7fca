package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a FROM clause makes visible under one name. */
final class Relation {
    private final String alias;
    private final List<Column> columns;
    private final @Nullable Table table;
    private @Nullable List<Scope.Visible> visible;

    /**
     * A relation.
     *
     * @param alias the name to qualify its columns with
     * @param table the base table that it is; null for everything else
     */
    Relation(String alias, List<Column> columns, @Nullable Table table) {
        this.alias = alias;
        this.columns = List.copyOf(columns);
        this.table = table;
    }

    @Nullable
    Table table() {
        return table;
    }

    String alias() {
        return alias;
    }

    List<Column> columns() {
        return columns;
    }

    /** Its columns as they can be referred to. */
    List<Scope.Visible> visible() {
        if (visible == null) {
            List<Scope.Visible> all = new ArrayList<>(columns.size());
            for (Column column : columns) {
                all.add(new Scope.Visible(alias, column));
            }
            visible = all;
        }
        return visible;
    }

    /** Something that is no base table. */
    Relation(String alias, List<Column> columns) {
        this(alias, columns, null);
    }

    /** Its visible indexes of that kind. */
    List<Index> indexes(Index.Kind kind) {
        if (table == null) {
            return List.of();
        }
        List<Index> found = new ArrayList<>();
        for (Index index : Indexes.visible(table)) {
            if (index.kind() == kind) {
                found.add(index);
            }
        }
        return found;
    }
}
