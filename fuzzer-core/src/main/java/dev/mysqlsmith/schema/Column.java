package dev.mysqlsmith.schema;

import java.util.List;

/**
 * A column of a table or view.
 *
 * @param name as statements write it, see {@link SqlName}
 * @param nullable whether NULL may be stored
 * @param generated whether its value is computed, so that no statement may set it
 * @param autoIncrement whether it has AUTO_INCREMENT
 * @param omissible whether an INSERT may leave it out: it is nullable, generated, or has a default
 * @param invisible whether {@code *} and an INSERT without a list of columns leave it out
 * @param samples values that it is known to have, as SQL
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        boolean generated,
        boolean autoIncrement,
        boolean omissible,
        boolean invisible,
        List<String> samples) {
    public Column {
        samples = List.copyOf(samples);
    }

    /** A column of which no values are known. */
    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            boolean generated,
            boolean autoIncrement,
            boolean omissible,
            boolean invisible) {
        this(name, type, nullable, generated, autoIncrement, omissible, invisible, List.of());
    }

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
        return new Column(newName, type, nullable, generated, autoIncrement, omissible, invisible, samples);
    }

    /** The same column of another type. */
    public Column retyped(ColumnType newType, boolean nowNullable) {
        return new Column(
                name, newType, nowNullable, generated, autoIncrement, nowNullable || omissible, invisible, samples);
    }

    /** The same column, shown by {@code *} or not. */
    public Column hidden(boolean nowInvisible) {
        return new Column(name, type, nullable, generated, autoIncrement, omissible, nowInvisible, samples);
    }

    /** The same column with or without a default. */
    public Column defaulted(boolean nowDefault) {
        return new Column(name, type, nullable, generated, autoIncrement, nullable || nowDefault, invisible, samples);
    }

    /** The same column, known to have these values. */
    public Column sampled(List<String> values) {
        return new Column(name, type, nullable, generated, autoIncrement, omissible, invisible, values);
    }
}
