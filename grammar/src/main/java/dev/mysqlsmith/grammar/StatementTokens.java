package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** The tokens of a text that need not be a statement: what the lexer gives, blanks and comments aside. */
public final class StatementTokens {
    private StatementTokens() {}

    /** In the order of the text; a character that starts no token is one of its own. */
    public static List<SyntaxTree.Token> of(String sql, ServerVersion version, Set<SqlMode> modes) {
        SqlLexer lexer = new SqlLexer(CharStreams.fromString(sql), version, modes);
        List<SyntaxTree.Token> tokens = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            tokens.add(new SyntaxTree.Token(token.getType(), token.getText()));
        }
        return tokens;
    }

    /** Their text, written as a tree's is. */
    public static String sql(List<SyntaxTree.Token> tokens) {
        // a tree's text is that of its tokens, whatever rule its root is of
        return new SyntaxTree.Node(GrammarModel.mysql().rule("statement"), List.copyOf(tokens)).sql();
    }
}
