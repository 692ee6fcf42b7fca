package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import org.jspecify.annotations.Nullable;

/**
 * Gives meaning to a rule of the grammar: in which order its children are made, with which scope and expected type, and
 * which names and values stand in its leaves. A binder never writes syntax: shapes and tokens come from the grammar.
 */
@FunctionalInterface
interface Binder {
    /** A tree of the requested rule, or null where none can be made here (no column in scope, say). */
    SyntaxTree.@Nullable Node bind(Expansion expansion, Request request);
}
