package dev.mysqlsmith.schema;

/**
 * A column of a table or view.
 *
 * @param nullable whether NULL may be stored
 * @param generated whether its value is computed, so that no statement may set it
 * @param autoIncrement whether it has AUTO_INCREMENT
 * @param omissible whether an INSERT may leave it out: it is nullable, generated, or has a default
 * @param invisible whether {@code *} and an INSERT without a list of columns leave it out
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        boolean generated,
        boolean autoIncrement,
        boolean omissible,
        boolean invisible) {
    /** A visible column. */
    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            boolean generated,
            boolean autoIncrement,
            boolean omissible) {
        this(name, type, nullable, generated, autoIncrement, omissible, false);
    }

    /** The same column under another name. */
    public Column renamed(String newName) {
        return new Column(newName, type, nullable, generated, autoIncrement, omissible, invisible);
    }

    /** The same column of another type. */
    public Column retyped(ColumnType newType, boolean nowNullable) {
        return new Column(name, newType, nowNullable, generated, autoIncrement, nowNullable || omissible, invisible);
    }

    /** The same column, shown by {@code *} or not. */
    public Column hidden(boolean nowInvisible) {
        return new Column(name, type, nullable, generated, autoIncrement, omissible, nowInvisible);
    }

    /** The same column with or without a default. */
    public Column defaulted(boolean nowDefault) {
        return new Column(name, type, nullable, generated, autoIncrement, nullable || nowDefault, invisible);
    }
}
