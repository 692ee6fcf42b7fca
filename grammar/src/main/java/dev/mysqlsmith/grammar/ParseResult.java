package dev.mysqlsmith.grammar;

/** What {@link SqlParser} makes of a statement: its tree, or why there is none. */
public sealed interface ParseResult permits ParseResult.Parsed, ParseResult.Rejected {

    /**
     * A statement of the grammar.
     *
     * @param tree its node {@code statement}
     */
    record Parsed(SyntaxTree.Node tree) implements ParseResult {}

    /** No statement of the grammar. */
    record Rejected(SyntaxError error) implements ParseResult {}
}
