package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a FROM clause makes visible under one name. */
final class Relation {
    private final String alias;
    private final List<Column> columns;
    private @Nullable List<Scope.Visible> visible;

    /** @param alias the name to qualify its columns with */
    Relation(String alias, List<Column> columns) {
        this.alias = alias;
        this.columns = List.copyOf(columns);
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
}
