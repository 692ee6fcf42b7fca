package dev.mysqlsmith.grammar;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree's text: one blank between tokens, none where the lexer forbids it (a function's name and its parenthesis,
 * what stands around a dot) or where nobody would write one.
 */
final class SqlWriter {
    private static final Set<String> TIGHT_BEFORE = Set.of(",", ")", ";", ".", "]", ":");
    private static final Set<String> TIGHT_AFTER = Set.of("(", ".", "@@", "@", "[");

    /** What is known of a token by its type. */
    private static final byte BEFORE = 1;

    private static final byte AFTER = 2;
    private static final byte OPENS = 4;
    private static final byte COLON = 8;
    private static final byte[] SPACING = spacing();

    private final StringBuilder out = new StringBuilder(512);
    private SyntaxTree.@Nullable Token previous;

    private SqlWriter() {}

    static String write(SyntaxTree tree) {
        SqlWriter writer = new SqlWriter();
        writer.all(tree);
        return writer.out.toString();
    }

    private void all(SyntaxTree tree) {
        SyntaxTree[] open = new SyntaxTree[64];
        open[0] = tree;
        int count = 1;
        while (count > 0) {
            SyntaxTree next = open[--count];
            if (next instanceof SyntaxTree.Token token) {
                append(token);
                continue;
            }
            List<SyntaxTree> children = ((SyntaxTree.Node) next).children();
            if (count + children.size() > open.length) {
                open = java.util.Arrays.copyOf(open, 2 * (count + children.size()));
            }
            for (int i = children.size() - 1; i >= 0; i--) {
                open[count++] = children.get(i);
            }
        }
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
        int before = spacing(left);
        int behind = spacing(right);
        if ((behind & OPENS) != 0) {
            return (before & OPENS) != 0 || opensCall(left);
        }
        return (behind & BEFORE) != 0
                || (before & AFTER) != 0
                || (before & COLON) != 0 && right.type() == MySqlLexer.INT_NUMBER; // host:port
    }

    /** A parenthesis that touches a name makes a call of it: wanted for functions, harmful for a table named like one. */
    private static boolean opensCall(SyntaxTree.Token left) {
        return Keywords.isFunctionWord(left.type())
                || Keywords.isHint(left.type())
                || Keywords.isIdentifier(left.type()) && !Keywords.isFunctionWord(left.text());
    }

    private static int spacing(SyntaxTree.Token token) {
        return token.type() < 0 ? spacing(token.text()) : SPACING[token.type()];
    }

    private static byte spacing(String text) {
        return (byte) ((TIGHT_BEFORE.contains(text) ? BEFORE : 0)
                | (TIGHT_AFTER.contains(text) ? AFTER : 0)
                | (text.equals("(") ? OPENS : 0)
                | (text.equals(":") ? COLON : 0));
    }

    private static byte[] spacing() {
        byte[] spacing = new byte[MySqlLexer.VOCABULARY.getMaxTokenType() + 1];
        for (int type = 1; type < spacing.length; type++) {
            String text = TokenTexts.fixed(type);
            spacing[type] = text == null ? 0 : spacing(text);
        }
        spacing[MySqlLexer.TABLE_BLOCK] = BEFORE;
        return spacing;
    }
}
