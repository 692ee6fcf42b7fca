package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as SQL text, and column types, from the data files. */
final class Values {
    private static final int TRIES = 50;
    private static final double KNOWN = 0.8;
    private static final Pattern MEMBER = Pattern.compile("'([^']*)'");

    private record TypeLine(double weight, Family family, String sql, int length, int scale) {}

    /** A column's type and how it is declared. */
    record Declared(ColumnType type, String sql) {
        /** The same in another spatial reference system. */
        Declared in(int srid) {
            return new Declared(type.in(srid), sql);
        }
    }

    private final Map<String, List<String>> constants = new HashMap<>();
    private final List<TypeLine> types = new ArrayList<>();
    private final Map<String, List<TypeLine>> wider = new HashMap<>();
    private final double[] typeWeights;

    Values(ServerVersion version) {
        this(version, type -> 1);
    }

    /** @param favour how much more often than otherwise columns are of a type */
    Values(ServerVersion version, ToDoubleFunction<Type> favour) {
        for (String line : Resources.lines(Values.class, "constants.txt")) {
            String[] parts = line.split("\t");
            if (parts.length > 2 && !Gate.parse(parts[2]).admits(version)) {
                continue;
            }
            constants.computeIfAbsent(parts[0], form -> new ArrayList<>()).add(parts[1]);
        }
        for (String line : Resources.lines(Values.class, "types.txt")) {
            String[] words = line.split("\\s+");
            if (words.length < 6 || Gate.parse(words[5]).admits(version)) {
                types.add(typeLine(Double.parseDouble(words[0]) * favour.applyAsDouble(type(words)), words));
            }
        }
        for (String line : Resources.lines(Values.class, "wider.txt")) {
            String[] words = line.split("\\s+");
            wider.computeIfAbsent(words[0], from -> new ArrayList<>()).add(typeLine(1, words));
        }
        typeWeights = types.stream().mapToDouble(TypeLine::weight).toArray();
    }

    private static Type type(String[] words) {
        return Type.of(ColumnType.of(Family.valueOf(words[1]), words[2]));
    }

    private static TypeLine typeLine(double weight, String[] words) {
        return new TypeLine(
                weight,
                Family.valueOf(words[1]),
                words[2].replace('_', ' '),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]));
    }

    /** A constant of that form; a form that is a number is that number itself. */
    String constant(String form, Choices choices) {
        String text = template(form, choices);
        return ShapeText.isMarked(text) ? ShapeText.fill(text, choices) : text;
    }

    /** The same, its marks of {@link ShapeText} still to be filled. */
    String template(String form, Choices choices) {
        List<String> known = constants.get(form);
        return known == null ? form : choices.pick(known);
    }

    /** Values at the limits of a type, or of a form of constants; empty where nothing is known. */
    List<String> boundaries(String form) {
        return constants.getOrDefault("boundary:" + form, List.of());
    }

    /** A type for a variable or a parameter. */
    Declared columnType(Choices choices) {
        return columnType(choices, family -> true);
    }

    /** A type for a column, of a family that is {@code fitting}. */
    Declared columnType(Choices choices, Predicate<Family> fitting) {
        for (int i = 0; i < TRIES; i++) {
            TypeLine line = types.get(choices.weighted(typeWeights));
            if (fitting.test(line.family())) {
                return declared(line, choices);
            }
        }
        return new Declared(ColumnType.of(Family.INTEGER, "INT"), "INT");
    }

    /** A type that takes all values of another one; empty where none is known. */
    Optional<Declared> wider(ColumnType type, Choices choices) {
        List<TypeLine> all =
                wider.get(type.unsigned() ? "UNSIGNED" : type.family().name());
        return all == null || type.srid() != 0 ? Optional.empty() : Optional.of(declared(choices.pick(all), choices));
    }

    private static Declared declared(TypeLine line, Choices choices) {
        int length = line.sql().contains("*") ? choices.between(1, line.length()) : line.length();
        String sql = line.sql().replace("*", Integer.toString(length));
        List<String> members = new ArrayList<>();
        Matcher member = MEMBER.matcher(sql);
        while (member.find()) {
            members.add(member.group(1));
        }
        String name = sql.split("[( ]", 2)[0];
        boolean unsigned = sql.contains("UNSIGNED") || sql.contains("ZEROFILL");
        return new Declared(new ColumnType(line.family(), name, length, line.scale(), unsigned, members), sql);
    }

    /** A value to compare the column with, as SQL: mostly one that it has, where some are known. */
    String near(Column column, Choices choices) {
        return !column.samples().isEmpty() && choices.chance(KNOWN)
                ? choices.pick(column.samples())
                : value(column.type(), choices);
    }

    /** A value that a column of that type takes, as SQL. */
    String value(ColumnType type, Choices choices) {
        return switch (type.family()) {
            case INTEGER -> integer(type, choices);
            case DECIMAL -> decimal(type, choices);
            case FLOAT -> floating(type, choices);
            case BIT -> "b'" + Long.toBinaryString(choices.bits() >>> (64 - Math.min(type.length(), 16))) + "'";
            case STRING, TEXT -> string(type, choices);
            case BINARY, BLOB -> choices.chance(0.5) ? hex(type, choices) : string(type, choices);
            case ENUM, SET -> "'" + choices.pick(type.members()) + "'";
            case DATE -> constant("date", choices);
            case TIME -> constant("time", choices);
            case DATETIME -> constant("datetime", choices);
            case YEAR -> choices.oneOf("1901", "1970", "2000", "2024", "2155");
            case JSON -> constant("json", choices);
            case GEOMETRY -> geometry(type, choices);
            case UNKNOWN -> "NULL";
            case VECTOR -> "STRING_TO_VECTOR(" + constant("vector", choices) + ")";
        };
    }

    private static String floating(ColumnType type, Choices choices) {
        if (type.unsigned() || type.length() > 0) {
            return choices.oneOf("0", "1.5", "3", "100.125", "0.1", "7");
        }
        return choices.oneOf("0", "1.5", "-2.25", "1e10", "-1e-5", "3", "100.125", "0.1", "3.4e38", "-3.4e38", "1e-37");
    }

    private static String integer(ColumnType type, Choices choices) {
        int bits =
                switch (type.name()) {
                    case "TINYINT", "BOOL", "BOOLEAN" -> 8;
                    case "SMALLINT" -> 16;
                    case "MEDIUMINT" -> 24;
                    case "INT", "INTEGER" -> 32;
                    default -> 64;
                };
        if (choices.chance(0.12)) {
            if (type.unsigned()) {
                return choices.chance(0.5) ? "0" : Long.toUnsignedString(bits == 64 ? -1L : (1L << bits) - 1);
            }
            long most = bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
            return Long.toString(choices.chance(0.5) ? most : -most - 1);
        }
        int small = choices.chance(0.75) ? choices.below(12) : choices.below(120);
        return !type.unsigned() && choices.chance(0.15) ? "-" + (small + 1) : Integer.toString(small);
    }

    private static String decimal(ColumnType type, Choices choices) {
        if (type.length() > 0 && choices.chance(0.1)) {
            String nines = "9".repeat(type.length() - type.scale());
            return type.scale() == 0 ? nines : nines + "." + "9".repeat(type.scale());
        }
        String whole = (!type.unsigned() && choices.chance(0.2) ? "-" : "") + choices.below(100);
        if (type.scale() == 0 || choices.chance(0.3)) {
            return whole;
        }
        int hundredths = choices.below(100);
        return whole + (hundredths < 10 ? ".0" : ".") + hundredths;
    }

    private String string(ColumnType type, Choices choices) {
        if (choices.chance(0.06)) {
            return "'" + choices.oneOf("a", "b", "xy", "0").repeat(Math.max(1, type.length() / 2)) + "'";
        }
        String text = constant("string", choices);
        int length = text.codePointCount(0, text.length()) - 2;
        boolean bytes = type.family() == Family.BINARY && text.contains("ä");
        return length > type.length() || bytes ? "'" + choices.oneOf("a", "b", "c") + "'" : text;
    }

    private static String hex(ColumnType type, Choices choices) {
        StringBuilder hex = new StringBuilder("x'");
        int bytes = choices.between(1, Math.max(1, Math.min(type.length(), 4)));
        for (int i = 0; i < bytes; i++) {
            int value = choices.below(256);
            hex.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
        }
        return hex.append('\'').toString();
    }

    private String geometry(ColumnType type, Choices choices) {
        if (type.srid() != 0) {
            return "ST_GeomFromText(" + constant("wgs84:" + type.name().toLowerCase(Locale.ROOT), choices) + ", "
                    + type.srid() + ")";
        }
        return switch (type.name()) {
            case "POINT" -> constant("point", choices);
            case "LINESTRING" -> constant("line", choices);
            case "POLYGON" -> constant("polygon", choices);
            case "GEOMETRY" -> "ST_GeomFromText(" + constant("wkt", choices) + ")";
            default -> "ST_GeomFromText(" + constant(type.name().toLowerCase(Locale.ROOT), choices) + ")";
        };
    }
}
