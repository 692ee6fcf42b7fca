package dev.mysqlsmith.generate;

import dev.mysqlsmith.random.Choices;

/** The names of types in the data files. */
final class Kinds {
    private static final double[] WEIGHTS = {5, 4, 2, 0.3, 0.4};
    private static final Odds COMPARABLE = Odds.of(WEIGHTS.length, index -> WEIGHTS[index]);
    private static final Type[] COMPARABLE_TYPES = {Type.NUMBER, Type.STRING, Type.TEMPORAL, Type.JSON, Type.BYTES};

    private Kinds() {}

    /** The type of that name; {@code same} where it is {@code same}, and {@link Type#ANY} where it is the form of a constant. */
    static Type type(String kind, Type same) {
        return switch (kind) {
            case "same", "T", "C" -> same;
            case "boolean" -> Type.BOOLEAN;
            case "number" -> Type.NUMBER;
            case "string" -> Type.STRING;
            case "bytes" -> Type.BYTES;
            case "temporal" -> Type.TEMPORAL;
            case "json" -> Type.JSON;
            case "geometry" -> Type.GEOMETRY;
            default -> Type.ANY;
        };
    }

    /** Whether the name is that of a type, not of the form of a constant. */
    static boolean isType(String kind) {
        return switch (kind) {
            case "same", "T", "C", "any", "boolean", "number", "string", "bytes", "temporal", "json", "geometry" ->
                true;
            default -> false;
        };
    }

    /** A type whose values can be compared with each other. */
    static Type comparable(Choices choices) {
        return COMPARABLE_TYPES[COMPARABLE.pick(choices)];
    }
}
