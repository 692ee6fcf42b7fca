package dev.mysqlsmith.schema;

import java.util.List;

/**
 * An index.
 *
 * @param name {@code PRIMARY} for the primary key
 * @param columns the columns of its key parts; a functional part names none
 */
public record Index(String name, Kind kind, List<String> columns) {
    /** What an index is for. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        PLAIN,
        FULLTEXT,
        SPATIAL
    }
}
