package dev.mysqlsmith.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;

/**
 * Comments between {@code /*} and its end, seen from a version: {@code /*!80033 code} is code from that version on and a
 * comment before it.
 */
final class BlockComments {
    private final int version;
    private boolean inCode;

    /** {@code version} as {@link ServerVersion#number()} counts. */
    BlockComments(int version) {
        this.version = version;
    }

    static boolean isAt(CharStream input, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (input.LA(i + 1) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text of the comment that begins here, up to the first closing bracket; empty if there is none. */
    static String text(CharStream input) {
        StringBuilder text = new StringBuilder();
        for (int at = 1; input.LA(at) != IntStream.EOF; at++) {
            text.appendCodePoint(input.LA(at));
            if (at > 3 && input.LA(at) == '/' && input.LA(at - 1) == '*') {
                return text.toString();
            }
        }
        return "";
    }

    /** How many characters to skip at a comment's start: all of it, or its bracket where it is code; 0 if it never ends. */
    int open(CharStream input) {
        if (input.LA(3) != '!') {
            return length(input, false);
        }
        int digits = 0;
        while (digits < 6 && isDigit(input.LA(4 + digits))) {
            digits++;
        }
        if (digits < 5) {
            inCode = true;
            return 3;
        }
        int wanted = 0;
        for (int i = 0; i < digits; i++) {
            wanted = wanted * 10 + input.LA(4 + i) - '0';
        }
        if (wanted > version) {
            return length(input, true);
        }
        inCode = true;
        return 3 + digits;
    }

    /** At the closing bracket: whether it ends a comment that was code. */
    boolean close() {
        boolean closed = inCode;
        inCode = false;
        return closed;
    }

    private static int length(CharStream input, boolean nests) {
        int at = 3;
        while (input.LA(at) != IntStream.EOF) {
            if (input.LA(at) == '*' && input.LA(at + 1) == '/') {
                return at + 1;
            }
            if (nests && input.LA(at) == '/' && input.LA(at + 1) == '*') {
                at = skipInner(input, at + 2);
            } else {
                at++;
            }
        }
        return 0;
    }

    private static int skipInner(CharStream input, int from) {
        int at = from;
        while (input.LA(at) != IntStream.EOF) {
            if (input.LA(at) == '*' && input.LA(at + 1) == '/') {
                return at + 2;
            }
            at++;
        }
        return at;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
