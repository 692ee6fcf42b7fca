package dev.mysqlsmith.schema;

import java.util.List;

/**
 * A column's type as far as values, keys and expressions depend on it.
 *
 * @param name as declared, without length: {@code INT}, {@code VARCHAR}, {@code POINT}
 * @param length characters, bytes, bits, or digits in all; 0 where the type has none
 * @param scale digits behind the point, or of fractional seconds
 * @param unsigned for numbers
 * @param members of ENUM and SET
 * @param srid of geometries
 */
public record ColumnType(
        Family family, String name, int length, int scale, boolean unsigned, List<String> members, int srid) {
    /** A type whose geometries, if it is one of them, lie in the plane. */
    public ColumnType(Family family, String name, int length, int scale, boolean unsigned, List<String> members) {
        this(family, name, length, scale, unsigned, members, 0);
    }

    /** The same type in another spatial reference system. */
    public ColumnType in(int newSrid) {
        return new ColumnType(family, name, length, scale, unsigned, members, newSrid);
    }

    /** A type without length. */
    public static ColumnType of(Family family, String name) {
        return new ColumnType(family, name, 0, 0, false, List.of());
    }
}
