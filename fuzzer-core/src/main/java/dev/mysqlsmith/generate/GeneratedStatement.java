package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;

/**
 * A statement that the generator made.
 *
 * @param kind {@code SELECT}, {@code INSERT}, {@code CREATE TABLE}, ...
 * @param sql the tree's text
 * @param used what was chosen on the way
 * @param binary whether it is meant for the binary protocol
 */
public record GeneratedStatement(String kind, SyntaxTree.Node tree, String sql, UsedChoices used, boolean binary) {}
