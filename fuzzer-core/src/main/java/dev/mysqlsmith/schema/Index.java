package dev.mysqlsmith.schema;

import java.util.List;

/**
 * An index.
 *
 * @param name {@code PRIMARY} for the primary key
 * @param columns the columns of its key parts; a functional part names none
 * @param invisible whether neither a hint nor MATCH finds it
 */
public record Index(String name, Kind kind, List<String> columns, boolean invisible) {
    /** What an index is for. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        PLAIN,
        FULLTEXT,
        SPATIAL
    }

    /** A visible index. */
    public Index(String name, Kind kind, List<String> columns) {
        this(name, kind, columns, false);
    }

    public Index {
        columns = List.copyOf(columns);
    }

    /** The same index under another name. */
    public Index renamed(String newName) {
        return new Index(newName, kind, columns, invisible);
    }

    /** The same index, found by hints and MATCH or not. */
    public Index hidden(boolean nowInvisible) {
        return new Index(name, kind, columns, nowInvisible);
    }

    /** The same index without the parts over that column. */
    public Index without(String column) {
        List<String> left =
                columns.stream().filter(one -> !one.equalsIgnoreCase(column)).toList();
        return new Index(name, kind, left, invisible);
    }
}
