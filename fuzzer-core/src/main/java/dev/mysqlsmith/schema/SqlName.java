package dev.mysqlsmith.schema;

import dev.mysqlsmith.grammar.SqlTokens;

/**
 * Names as statements write them: in backquotes where they must be, else without. All names of the picture of a database are
 * such texts, so that they can stand in a statement as they are and are equal where they name the same.
 */
public final class SqlName {
    private SqlName() {}

    /** How statements write the name {@code plain}. */
    public static String of(String plain) {
        return SqlTokens.isPlainName(plain) ? plain : SqlTokens.quoted(plain);
    }

    /** How statements write the name that some statement has written as {@code text}, with or without quotes. */
    public static String written(String text) {
        return of(plain(text));
    }

    /** The name that is written as {@code text}. */
    public static String plain(String text) {
        if (text.length() < 2) {
            return text;
        }
        char quote = text.charAt(0);
        boolean quoted = (quote == '`' || quote == '"' || quote == '\'') && text.charAt(text.length() - 1) == quote;
        String mark = String.valueOf(quote);
        return quoted ? text.substring(1, text.length() - 1).replace(mark + mark, mark) : text;
    }
}
