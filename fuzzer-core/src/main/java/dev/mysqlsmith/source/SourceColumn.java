package dev.mysqlsmith.source;

import dev.mysqlsmith.grammar.SqlTokens;
import java.util.Locale;
import java.util.Set;

/**
 * A column as SHOW COLUMNS tells of it.
 *
 * @param type as it was declared: {@code int unsigned}, {@code varchar(20)}
 * @param extra {@code auto_increment}, {@code STORED GENERATED}, ..
 */
record SourceColumn(String name, String type, String extra) {
    private static final Set<String> BYTES = Set.of(
            "binary",
            "varbinary",
            "vector",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");
    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year");

    /** Of long texts and long strings of bytes only the beginning is read, in characters or bytes. */
    private static final int LONGEST = 1000;

    boolean isGenerated() {
        return extra.contains("VIRTUAL GENERATED") || extra.contains("STORED GENERATED");
    }

    /** An expression whose value is the text of a literal for the column's value. */
    String literal() {
        String column = SqlTokens.quoted(name);
        String word = type.toLowerCase(Locale.ROOT).split("[ (]", 2)[0];
        if (NUMBERS.contains(word)) {
            return filled("CAST(" + column + " AS CHAR)");
        }
        if (word.equals("bit")) {
            return filled("CONCAT('b''', BIN(" + column + " + 0), '''')");
        }
        if (BYTES.contains(word)) { // of geometries this is the stored form, with the SRID before it
            return filled("CONCAT('X''', HEX(" + column + "), '''')");
        }
        if (word.endsWith("blob")) {
            return filled("CONCAT('X''', HEX(LEFT(" + column + ", " + LONGEST + ")), '''')");
        }
        if (word.endsWith("text")) {
            return "QUOTE(LEFT(" + column + ", " + LONGEST + "))";
        }
        return "QUOTE(" + (word.equals("json") ? "CAST(" + column + " AS CHAR)" : column) + ")";
    }

    /** The word NULL where there is no value; QUOTE does that by itself. */
    private static String filled(String literal) {
        return "IFNULL(" + literal + ", 'NULL')";
    }
}
