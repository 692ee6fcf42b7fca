package dev.mysqlsmith.generate;

import dev.mysqlsmith.random.Choices;
import java.util.HashMap;
import java.util.Map;

/** The names of types in the data files. */
final class Kinds {
    private static final double[] WEIGHTS = {5, 4, 2, 0.3, 0.4};
    private static final Odds COMPARABLE = Odds.of(WEIGHTS.length, index -> WEIGHTS[index]);
    private static final Type[] COMPARABLE_TYPES = {Type.NUMBER, Type.STRING, Type.TEMPORAL, Type.JSON, Type.BYTES};
    private static final Map<String, Type> TYPES = types();

    private Kinds() {}

    private static Map<String, Type> types() {
        Map<String, Type> types = new HashMap<>();
        for (Type type : Type.values()) {
            types.put(type.word(), type);
        }
        return types;
    }

    /** The type of that name; {@code same} where it is {@code same}, and {@link Type#ANY} where it is the form of a constant. */
    static Type type(String kind, Type same) {
        Type type = TYPES.get(kind);
        return type != null ? type : isSame(kind) ? same : Type.ANY;
    }

    /** Whether the name is that of a type, not of the form of a constant. */
    static boolean isType(String kind) {
        return TYPES.containsKey(kind) || isSame(kind);
    }

    private static boolean isSame(String kind) {
        return kind.equals("same") || kind.equals("T") || kind.equals("C");
    }

    /** A type whose values can be compared with each other. */
    static Type comparable(Choices choices) {
        return COMPARABLE_TYPES[COMPARABLE.pick(choices)];
    }

    /** The form of the constants of a spatial type. */
    static String spatialForm(Type type, Choices choices) {
        return type == Type.ANYWHERE ? choices.oneOf("geometry", "earth", "elsewhere") : type.word();
    }
}
