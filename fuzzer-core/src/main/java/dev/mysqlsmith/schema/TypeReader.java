package dev.mysqlsmith.schema;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The type of a column from its declaration, a tree of {@code dataType}. */
final class TypeReader {
    private static final Map<String, String> INTEGERS = Map.of(
            "INTEGER",
            "INT",
            "INT1",
            "TINYINT",
            "INT2",
            "SMALLINT",
            "INT3",
            "MEDIUMINT",
            "INT4",
            "INT",
            "INT8",
            "BIGINT",
            "MIDDLEINT",
            "MEDIUMINT");
    private static final List<String> TEXTS = List.of("TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "LONG");
    private static final int SHORT_TEXT = 60;
    private static final int LONG_TEXT = 200;
    private static final int LONG_BYTES = 100;
    private static final int DIGITS = 10;
    private static final int DIMENSIONS = 2048;

    private TypeReader() {}

    static ColumnType read(SyntaxTree.Node dataType) {
        SyntaxTree.Node type = (SyntaxTree.Node) dataType.children().get(0);
        String word = type.children().get(0).sql().toUpperCase(Locale.ROOT);
        return switch (type.rule().name()) {
            case "integerType" -> integer(type, INTEGERS.getOrDefault(word, word));
            case "decimalType" ->
                number(
                        Family.DECIMAL,
                        "DECIMAL",
                        type,
                        number(type, "precisionNumber", DIGITS),
                        number(type, "scaleNumber", 0));
            case "floatingType" -> floating(type, word);
            case "bitType" -> new ColumnType(Family.BIT, "BIT", length(type, 1), 0, true, List.of());
            case "booleanType" -> ColumnType.of(Family.INTEGER, "BOOL");
            case "characterType" -> text(type, word);
            case "binaryType" -> bytes(word.equals("LONG") ? "MEDIUMBLOB" : word, length(type, 1));
            case "enumType" ->
                new ColumnType(word.equals("SET") ? Family.SET : Family.ENUM, word, 0, 0, false, members(type));
            case "temporalType" -> temporal(type, word);
            case "jsonType" -> ColumnType.of(Family.JSON, "JSON");
            case "spatialType" -> ColumnType.of(Family.GEOMETRY, word);
            case "vectorType" -> new ColumnType(Family.VECTOR, "VECTOR", length(type, DIMENSIONS), 0, false, List.of());
            case "serialType" -> new ColumnType(Family.INTEGER, "BIGINT", 0, 0, true, List.of());
            default -> ColumnType.of(Family.UNKNOWN, word);
        };
    }

    private static ColumnType integer(SyntaxTree.Node type, String name) {
        return number(Family.INTEGER, name, type, length(type, 0), 0);
    }

    private static ColumnType floating(SyntaxTree.Node type, String word) {
        String name = word.startsWith("FLOAT") && !word.equals("FLOAT8") ? "FLOAT" : "DOUBLE";
        boolean bounded = type.has("scaleNumber");
        return number(
                Family.FLOAT,
                name,
                type,
                bounded ? number(type, "precisionNumber", 0) : 0,
                number(type, "scaleNumber", 0));
    }

    private static ColumnType number(Family family, String name, SyntaxTree.Node type, int length, int scale) {
        boolean unsigned = type.children("numericOption").stream()
                .anyMatch(option -> option.says("UNSIGNED") || option.says("ZEROFILL"));
        return new ColumnType(family, name, length, scale, unsigned, List.of());
    }

    private static ColumnType text(SyntaxTree.Node type, String word) {
        if (TEXTS.contains(word)) {
            int length = word.equals("TINYTEXT") ? SHORT_TEXT : LONG_TEXT;
            return new ColumnType(
                    isBytes(type) ? Family.BLOB : Family.TEXT,
                    isBytes(type) ? "BLOB" : word,
                    length,
                    0,
                    false,
                    List.of());
        }
        boolean varying =
                type.says("VARYING") || type.says("VARCHAR") || type.says("VARCHARACTER") || type.says("NVARCHAR");
        int length = length(type, 1);
        return isBytes(type)
                ? bytes(varying ? "VARBINARY" : "BINARY", length)
                : new ColumnType(Family.STRING, varying ? "VARCHAR" : "CHAR", length, 0, false, List.of());
    }

    /** Whether the character set makes it one of bytes. */
    private static boolean isBytes(SyntaxTree.Node type) {
        return type.child("characterSetOption")
                .map(option -> option.says("BYTE")
                        || option.all("charsetName").stream()
                                .anyMatch(name -> name.sql().equalsIgnoreCase("binary")))
                .orElse(false);
    }

    private static ColumnType bytes(String name, int length) {
        boolean large = name.endsWith("BLOB");
        return new ColumnType(
                large ? Family.BLOB : Family.BINARY, name, large ? LONG_BYTES : length, 0, false, List.of());
    }

    private static ColumnType temporal(SyntaxTree.Node type, String word) {
        Family family =
                switch (word) {
                    case "DATE" -> Family.DATE;
                    case "TIME" -> Family.TIME;
                    case "YEAR" -> Family.YEAR;
                    default -> Family.DATETIME;
                };
        int scale = type.child("fractionalSeconds")
                .map(seconds -> number(seconds, "fractionalSecondsNumber", 0))
                .orElse(0);
        return new ColumnType(family, word, 0, scale, false, List.of());
    }

    /** What stands between the quotes of each member in single quotes. */
    private static List<String> members(SyntaxTree.Node type) {
        List<String> members = new ArrayList<>();
        for (SyntaxTree.Node value : type.children("enumValue")) {
            String text = value.sql();
            if (text.startsWith("'")) {
                members.add(text.substring(1, text.length() - 1));
            } else if (text.startsWith("\"")) {
                members.add(SqlName.plain(text).replace("'", "''"));
            }
        }
        return members.isEmpty() ? List.of("") : List.copyOf(members);
    }

    private static int length(SyntaxTree.Node type, int otherwise) {
        return type.child("fieldLength")
                .map(length -> number(length, "lengthNumber", otherwise))
                .orElse(otherwise);
    }

    private static int number(SyntaxTree.Node node, String rule, int otherwise) {
        return node.child(rule).map(number -> number(number.sql(), otherwise)).orElse(otherwise);
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : text.matches("\\d+") ? Integer.MAX_VALUE : otherwise;
    }
}
