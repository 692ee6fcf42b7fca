package dev.mysqlsmith.grammar;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the IN between the arguments of POSITION and makes it a token of its own. Were it the operator's, the parser would
 * have to read each list of IN to its end before it knew which of the two it is.
 */
final class PositionCalls {
    private final Deque<Integer> depths = new ArrayDeque<>();
    private int depth;
    private int previous;

    /** The type of the next token, seen from the ones before it. */
    int typeOf(int type) {
        int seen = type;
        switch (type) {
            case MySqlLexer.LEFT_PARENTHESIS -> {
                depth++;
                if (previous == MySqlLexer.POSITION) {
                    depths.push(depth);
                }
            }
            case MySqlLexer.RIGHT_PARENTHESIS -> close();
            case MySqlLexer.CASE -> depth++;
            case MySqlLexer.END -> close();
            case MySqlLexer.IN -> {
                if (isDirectlyIn()) {
                    depths.pop();
                    seen = MySqlLexer.POSITION_IN;
                }
            }
            default -> {}
        }
        previous = type;
        return seen;
    }

    private void close() {
        if (isDirectlyIn()) {
            depths.pop();
        }
        depth--;
    }

    private boolean isDirectlyIn() {
        return !depths.isEmpty() && depths.peek() == depth;
    }
}
