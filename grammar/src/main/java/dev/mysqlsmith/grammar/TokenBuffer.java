package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * All tokens of one statement for the parser, which asks for the next one some ten times a token: no channels, nothing
 * fetched late. The last token is the end.
 */
final class TokenBuffer implements TokenStream {
    private static final int FIRST_SIZE = 32;

    private final TokenSource source;
    private final Token[] tokens;
    private int position;

    TokenBuffer(TokenSource source) {
        this.source = source;
        List<Token> all = new ArrayList<>(FIRST_SIZE);
        Token token;
        do {
            token = source.nextToken();
            all.add(token);
        } while (token.getType() != Token.EOF);
        tokens = all.toArray(Token[]::new);
    }

    @Override
    public Token LT(int k) {
        int index = k > 0 ? position + k - 1 : position + k;
        return tokens[Math.max(0, Math.min(index, tokens.length - 1))];
    }

    @Override
    public int LA(int i) {
        return LT(i).getType();
    }

    @Override
    public Token get(int index) {
        return tokens[index];
    }

    @Override
    public void consume() {
        if (position < tokens.length - 1) {
            position++;
        }
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, tokens.length - 1);
    }

    @Override
    public int size() {
        return tokens.length;
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public TokenSource getTokenSource() {
        return source;
    }

    @Override
    public String getSourceName() {
        return source.getSourceName();
    }

    @Override
    public String getText() {
        return getText(Interval.of(0, tokens.length - 1));
    }

    @Override
    public String getText(Interval interval) {
        return List.of(tokens).subList(interval.a, interval.b + 1).stream()
                .map(Token::getText)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
    }
}
