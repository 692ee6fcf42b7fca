package dev.mysqlsmith.execute;

import java.util.Locale;

/** Types whose values are compared in the same way. */
enum ColumnFamily {
    NUMBER,
    FLOAT,
    BIT,
    TEMPORAL,
    STRING,
    BINARY,
    JSON,
    GEOMETRY;

    /** The family of a type by MySQL's name for it. */
    static ColumnFamily of(String typeName) {
        String word = typeName.toUpperCase(Locale.ROOT).split("[ (]", 2)[0];
        return switch (word) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "DECIMAL", "YEAR" -> NUMBER;
            case "FLOAT", "DOUBLE", "REAL" -> FLOAT;
            case "BIT" -> BIT;
            case "DATE", "TIME", "DATETIME", "TIMESTAMP" -> TEMPORAL;
            case "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB" -> BINARY;
            case "JSON" -> JSON;
            case "GEOMETRY" -> GEOMETRY;
            default -> STRING;
        };
    }

    /** As which family two columns are compared: versions may type the same expression otherwise. */
    static ColumnFamily common(ColumnFamily a, ColumnFamily b) {
        if (a == b) {
            return a;
        }
        if (isNumeric(a) && isNumeric(b)) {
            return a == FLOAT || b == FLOAT ? FLOAT : NUMBER;
        }
        return isDocument(a) && isDocument(b) ? JSON : STRING;
    }

    /** MariaDB's JSON is text. */
    private static boolean isDocument(ColumnFamily family) {
        return family == JSON || family == STRING;
    }

    private static boolean isNumeric(ColumnFamily family) {
        return family == NUMBER || family == FLOAT || family == BIT;
    }
}
