package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a history, as the passes see it.
 *
 * @param tree null where the grammar does not have it
 * @param tokens what the lexer gives
 */
record Statement(String sql, SyntaxTree.@Nullable Node tree, List<SyntaxTree.Token> tokens) {}
