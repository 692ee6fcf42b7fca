package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.ServerVersion;

/**
 * What a generator is to make.
 *
 * @param version the server that the statements are for
 * @param database the database that a round makes and works in
 * @param functions what the server says of its functions
 * @param seed the tables that a round begins with
 */
public record GeneratorSettings(
        Profile profile, ServerVersion version, String database, FunctionCatalog functions, SeedScript seed) {
    /** A round begins with tables that the generator makes. */
    public GeneratorSettings(Profile profile, ServerVersion version, String database, FunctionCatalog functions) {
        this(profile, version, database, functions, SeedScript.NONE);
    }

    /** For a server that was not asked about its functions. */
    public GeneratorSettings(Profile profile, ServerVersion version, String database) {
        this(profile, version, database, FunctionCatalog.UNASKED);
    }
}
