package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.ColumnType;

/** What kind of value an expression gives, as far as it matters for whether the server accepts it where it stands. */
enum Type {
    ANY,
    BOOLEAN,
    NUMBER,
    STRING,
    /** A string without a character set; text can stand for it, but not it for text. */
    BYTES,
    TEMPORAL,
    JSON,
    GEOMETRY;

    static Type of(ColumnType column) {
        return switch (column.family()) {
            case INTEGER, DECIMAL, FLOAT, BIT, YEAR -> NUMBER;
            case STRING, TEXT, ENUM, SET -> STRING;
            case BINARY, BLOB -> BYTES;
            case DATE, TIME, DATETIME -> TEMPORAL;
            case JSON -> JSON;
            case GEOMETRY -> GEOMETRY;
        };
    }

    /** Whether a value of this type can stand where {@code wanted} is asked for without an error to be feared. */
    boolean serves(Type wanted) {
        return switch (wanted) {
            case ANY -> true;
            case BOOLEAN, NUMBER -> this == BOOLEAN || this == NUMBER;
            case STRING -> this == STRING;
            case BYTES -> this == STRING || this == BYTES;
            case TEMPORAL, JSON, GEOMETRY -> this == wanted;
        };
    }
}
