package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is about to run.
 *
 * @param asker what runs in the same session beside it
 * @param session the session's number, from 0
 * @param tree the statement as a tree; null where only its text is known
 * @param sql the statement's text
 */
public record StatementContext(Server server, Asker asker, int session, SyntaxTree.@Nullable Node tree, String sql) {}
