package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.ColumnType;

/** Types of variables, parameters and results: programs are strict about what goes into them, so mostly roomy ones. */
final class ProgramTypes {
    private static final double ANY = 0.2;
    private static final int TRIES = 8;
    private static final int ROOMY = 40;

    private ProgramTypes() {}

    static Values.Declared pick(Expansion expansion) {
        boolean any = expansion.choices().chance(ANY);
        Values.Declared declared = expansion.lexicon().values().columnType(expansion.choices());
        for (int i = 0; i < TRIES && !any && !isRoomy(declared.type()); i++) {
            declared = expansion.lexicon().values().columnType(expansion.choices());
        }
        return declared;
    }

    private static boolean isRoomy(ColumnType type) {
        return switch (type.family()) {
            case INTEGER -> type.name().equals("BIGINT") && !type.unsigned();
            case DECIMAL -> type.length() - type.scale() >= ROOMY / 2;
            case FLOAT -> type.name().equals("DOUBLE");
            case STRING, BINARY -> type.length() >= ROOMY;
            case TEXT, BLOB, DATETIME, JSON -> true;
            default -> false;
        };
    }
}
