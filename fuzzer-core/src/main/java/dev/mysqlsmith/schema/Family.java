package dev.mysqlsmith.schema;

/** Families of column types that take the same values and have the same functions. */
public enum Family {
    INTEGER,
    DECIMAL,
    FLOAT,
    BIT,
    STRING,
    TEXT,
    BINARY,
    BLOB,
    ENUM,
    SET,
    DATE,
    TIME,
    DATETIME,
    YEAR,
    JSON,
    GEOMETRY,
    VECTOR,
    /** Of a view's column about whose type nothing is known. */
    UNKNOWN;

    /** Whether the type has no bounded length, so that a key on it needs a prefix. */
    public boolean isUnbounded() {
        return this == TEXT || this == BLOB;
    }

    /** Whether a plain (not functional, not spatial) key part may be of it. */
    public boolean isKeyable() {
        return this != JSON && this != GEOMETRY && this != VECTOR && this != UNKNOWN;
    }
}
