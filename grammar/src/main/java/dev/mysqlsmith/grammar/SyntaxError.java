package dev.mysqlsmith.grammar;

/**
 * Why a statement was rejected.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param offending the text that could not go on, empty at the end of the statement
 * @param message what is wrong and what was expected, without the position
 */
public record SyntaxError(int line, int column, String offending, String message) {
    /** {@code line 3, column 7: message}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
