package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** A text as tokens, without blanks and comments; for names and values, and for statements that do not parse. */
public final class SqlTokens {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private SqlTokens() {}

    /** The tokens of {@code sql} as {@code version} reads it with the default sql_mode; what is no token is left out. */
    public static List<SyntaxTree.Token> of(String sql, ServerVersion version) {
        SqlLexer lexer = new SqlLexer(CharStreams.fromString(sql), version, Set.of());
        List<SyntaxTree.Token> tokens = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                tokens.add(new SyntaxTree.Token(token.getType(), token.getText()));
            }
        }
        return List.copyOf(tokens);
    }

    /** Whether {@code word} is a name without quotes, in every version and wherever it stands. */
    public static boolean isPlainName(String word) {
        return PLAIN_NAME.matcher(word).matches() && !Keywords.isWord(word);
    }

    /** The name {@code plain} in backquotes, as every version takes it. */
    public static String quoted(String plain) {
        return "`" + plain.replace("`", "``") + "`";
    }
}
