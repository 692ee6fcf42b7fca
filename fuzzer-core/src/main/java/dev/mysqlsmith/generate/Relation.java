package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a FROM clause makes visible under one name. */
final class Relation {
    private static final int UNKNOWN = 10;

    private final String alias;
    private final List<Column> columns;
    private final @Nullable Table table;
    private @Nullable List<Scope.Visible> visible;
    private double rows;

    /**
     * A relation.
     *
     * @param alias the name to qualify its columns with
     * @param table the base table that it is; null for everything else
     * @param rows how many rows it has, about
     */
    Relation(String alias, List<Column> columns, @Nullable Table table, double rows) {
        this.alias = alias;
        this.columns = List.copyOf(columns);
        this.table = table;
        this.rows = Math.max(1, rows);
    }

    /** With how many of its rows each row of the relations before it is joined, about. */
    double rows() {
        return rows;
    }

    /** It was joined on equal columns: hardly more than one row meets another. */
    void match() {
        rows = 1;
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

    /** What a query gives, under that name. */
    static Relation of(String alias, QueryTask query) {
        Scope body = query.body();
        return new Relation(alias, query.output(), null, body == null ? UNKNOWN : body.rows());
    }

    /** Something that is no base table. */
    Relation(String alias, List<Column> columns) {
        this(alias, columns, null, UNKNOWN);
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
