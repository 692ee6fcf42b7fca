package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.ColumnType;
import java.util.Locale;

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
    /** Of SRID 0, as are the four below it. */
    GEOMETRY,
    POINT,
    LINE,
    POLYGON,
    /** A MULTIPOINT, .., GEOMETRYCOLLECTION. */
    COLLECTION,
    /** A geometry of SRID 4326: two of different SRIDs have nothing to do with one another. */
    EARTH,
    /** A geometry of any SRID. */
    ANYWHERE;

    /** How many there are. */
    static final int COUNT = values().length;

    private final String word = name().toLowerCase(Locale.ROOT);

    static Type of(ColumnType column) {
        return switch (column.family()) {
            case INTEGER, DECIMAL, FLOAT, BIT, YEAR -> NUMBER;
            case STRING, TEXT, ENUM, SET -> STRING;
            case BINARY, BLOB -> BYTES;
            case DATE, TIME, DATETIME -> TEMPORAL;
            case JSON -> JSON;
            case GEOMETRY -> column.srid() == 0 ? spatial(column.name()) : EARTH;
            case VECTOR, UNKNOWN -> ANY;
        };
    }

    private static Type spatial(String column) {
        return switch (column) {
            case "POINT" -> POINT;
            case "LINESTRING" -> LINE;
            case "POLYGON" -> POLYGON;
            case "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "GEOMCOLLECTION" -> COLLECTION;
            case "EARTH" -> EARTH;
            case "ANYWHERE" -> ANYWHERE;
            default -> GEOMETRY;
        };
    }

    /** What a column of this spatial type is named, for {@link #of} to know it again. */
    String spatialName() {
        return switch (this) {
            case LINE -> "LINESTRING";
            case COLLECTION -> "GEOMETRYCOLLECTION";
            default -> name();
        };
    }

    boolean isSpatial() {
        return ordinal() >= GEOMETRY.ordinal();
    }

    /** Whether values can be compared with < in every way. */
    boolean isComparable() {
        return ordinal() < JSON.ordinal();
    }

    /** Whether a value of this type can stand where {@code wanted} is asked for without an error to be feared. */
    boolean serves(Type wanted) {
        return switch (wanted) {
            case ANY -> true;
            case BOOLEAN, NUMBER -> this == BOOLEAN || this == NUMBER;
            case STRING -> this == STRING;
            case BYTES -> this == STRING || this == BYTES;
            case GEOMETRY -> isSpatial() && this != EARTH && this != ANYWHERE;
            case ANYWHERE -> isSpatial();
            case TEMPORAL, JSON, POINT, LINE, POLYGON, COLLECTION, EARTH -> this == wanted;
        };
    }

    /** Its name in the data files. */
    String word() {
        return word;
    }
}
