package dev.mysqlsmith.grammar;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree's text: one blank between tokens, none where the lexer forbids it (a function's name and its parenthesis,
 * what stands around a dot) or where nobody would write one.
 */
final class SqlWriter {
    private static final Set<String> TIGHT_BEFORE = Set.of(",", ")", ";", ".", "]", ":");
    private static final Set<String> TIGHT_AFTER = Set.of("(", ".", "@@", "@", "[");

    private final StringBuilder out = new StringBuilder();
    private SyntaxTree.@Nullable Token previous;

    private SqlWriter() {}

    static String write(SyntaxTree tree) {
        SqlWriter writer = new SqlWriter();
        tree.forEachToken(writer::append);
        return writer.out.toString();
    }

    private void append(SyntaxTree.Token token) {
        if (token.text().isEmpty()) {
            return;
        }
        if (previous != null && !tight(previous, token)) {
            out.append(' ');
        }
        out.append(token.text());
        previous = token;
    }

    private static boolean tight(SyntaxTree.Token left, SyntaxTree.Token right) {
        if (right.text().equals("(")) {
            return opensCall(left) || left.text().equals("(");
        }
        return TIGHT_BEFORE.contains(right.text())
                || right.type() == MySqlLexer.TABLE_BLOCK
                || TIGHT_AFTER.contains(left.text())
                || left.text().equals(":") && right.type() == MySqlLexer.INT_NUMBER; // host:port
    }

    /** A parenthesis that touches a name makes a call of it: wanted for functions, harmful for a table named like one. */
    private static boolean opensCall(SyntaxTree.Token left) {
        return Keywords.isFunctionWord(left.type())
                || Keywords.isHint(left.type())
                || Keywords.isIdentifier(left.type()) && !Keywords.isFunctionWord(left.text());
    }
}
