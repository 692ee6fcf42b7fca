package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A statement that each round begins with.
 *
 * @param made the table or view that is there when it succeeds, or null
 */
record SeedStatement(SyntaxTree.Node tree, @Nullable Table made) {}
