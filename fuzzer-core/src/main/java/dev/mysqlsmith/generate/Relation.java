package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import java.util.List;

/**
 * What a FROM clause makes visible under one name.
 *
 * @param alias the name to qualify its columns with
 */
record Relation(String alias, List<Column> columns) {
    Relation {
        columns = List.copyOf(columns);
    }
}
