package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.ServerVersion;

/**
 * What a generator is to make.
 *
 * @param version the server that the statements are for
 * @param database the database that a round makes and works in
 */
public record GeneratorSettings(Profile profile, ServerVersion version, String database) {}
