package dev.mysqlsmith.schema;

/**
 * A column of a table or view.
 *
 * @param nullable whether NULL may be stored
 * @param generated whether its value is computed, so that no statement may set it
 * @param autoIncrement whether it has AUTO_INCREMENT
 * @param omissible whether an INSERT may leave it out: it is nullable, generated, or has a default
 */
public record Column(
        String name, ColumnType type, boolean nullable, boolean generated, boolean autoIncrement, boolean omissible) {
    /** The same column under another name. */
    public Column renamed(String newName) {
        return new Column(newName, type, nullable, generated, autoIncrement, omissible);
    }

    /** The same column of another type. */
    public Column retyped(ColumnType newType, boolean nowNullable) {
        return new Column(name, newType, nowNullable, generated, autoIncrement, nowNullable || omissible);
    }
}
