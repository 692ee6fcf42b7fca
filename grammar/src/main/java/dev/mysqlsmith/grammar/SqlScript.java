package dev.mysqlsmith.grammar;

import java.util.List;

/**
 * A script of many statements, taken apart as the mysql client does: semicolons outside of quotes and comments end
 * statements, {@code DELIMITER} changes what ends them. Lines of mysqltest commands ({@code --error 1064}) are left out.
 *
 * @param statements in order, without delimiters; empty ones and comments around them are left out
 */
public record SqlScript(List<Statement> statements) {
    public SqlScript {
        statements = List.copyOf(statements);
    }

    /**
     * One statement.
     *
     * @param sql its text, with the comments inside it
     * @param line where it begins, from 1
     * @param column where it begins, from 1
     */
    public record Statement(String sql, int line, int column) {}

    /**
     * Takes a script apart.
     *
     * @throws IllegalArgumentException where a quote or a comment has no end; the message says where it begins
     */
    public static SqlScript read(String text) {
        return new SqlScript(new ScriptScanner(text).statements());
    }

    /** The statements' texts. */
    public List<String> texts() {
        return statements.stream().map(Statement::sql).toList();
    }
}
