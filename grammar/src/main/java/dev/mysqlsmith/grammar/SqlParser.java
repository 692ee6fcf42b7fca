package dev.mysqlsmith.grammar;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses single statements as a server of some version and sql_mode reads them. The parser itself accepts what any version
 * has; what the version lacks is found on the tree, by the gates of the grammar. Safe for use by many threads.
 */
public final class SqlParser {
    private static final int MOST_PARENTHESES = 400;

    /** Their words tell what a statement means that an older version can't read. */
    private static final List<ServerVersion> LATER =
            List.of(ServerVersion.parse("9.7.0"), ServerVersion.parse("8.0.33"));

    private final ServerVersion version;
    private final Set<SqlMode> modes;

    public SqlParser(ServerVersion version, Set<SqlMode> modes) {
        this.version = version;
        this.modes = modes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(modes));
    }

    /** Parses one statement, with or without a semicolon at its end. */
    public ParseResult parse(String sql) {
        TokenBuffer tokens = new TokenBuffer(new SqlLexer(CharStreams.fromString(sql), version, modes));
        Optional<Token> tooDeep = firstTooDeep(tokens);
        if (tooDeep.isPresent()) {
            return new ParseResult.Rejected(SyntaxErrors.tooDeep(tooDeep.get()));
        }
        try {
            return parse(tokens, PredictionMode.SLL);
        } catch (ParseCancellationException | StackOverflowError shallow) {
            tokens.seek(0);
            ParseResult result = parseAgain(tokens);
            return result instanceof ParseResult.Rejected
                    ? lackingWords(sql)
                            .<ParseResult>map(ParseResult.Rejected::new)
                            .orElse(result)
                    : result;
        }
    }

    /** What the version lacks of a statement that is one with the words of a later version. */
    private Optional<SyntaxError> lackingWords(String sql) {
        return LATER.stream()
                .filter(later -> later.compareTo(version) > 0)
                .flatMap(later ->
                        lackingWords(new TokenBuffer(new SqlLexer(CharStreams.fromString(sql), later, modes))).stream())
                .findFirst();
    }

    private Optional<SyntaxError> lackingWords(TokenBuffer tokens) {
        try {
            SyntaxTree.Node tree =
                    new TreeParser(tokens, version, PredictionMode.SLL, PredictionCache.shared()).parse();
            return VersionCheck.of(version).firstLack(tree).map(lack -> SyntaxErrors.lacking(tokens, lack, version));
        } catch (ParseCancellationException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** The fast prediction can be wrong where it rejects, and its error says less. */
    private ParseResult parseAgain(TokenBuffer tokens) {
        try {
            return parse(tokens, PredictionMode.LL);
        } catch (ParseCancellationException e) {
            return new ParseResult.Rejected(SyntaxErrors.describe(e));
        } catch (StackOverflowError e) {
            return new ParseResult.Rejected(SyntaxErrors.tooDeep(tokens.LT(1)));
        }
    }

    private ParseResult parse(TokenBuffer tokens, PredictionMode mode) {
        TreeParser parser = new TreeParser(tokens, version, mode, PredictionCache.shared());
        SyntaxTree.Node tree = parser.parse();
        if (parser.isClean()) {
            return new ParseResult.Parsed(tree);
        }
        SyntaxError error = VersionCheck.of(version)
                .firstLack(tree)
                .map(lack -> SyntaxErrors.lacking(tokens, lack, version))
                .or(() -> ContextRules.firstBreach(tree, version).map(breach -> SyntaxErrors.breaching(tokens, breach)))
                .orElseThrow();
        return new ParseResult.Rejected(error);
    }

    /** Parentheses cost the most of all that nests, so they are counted first. */
    private static Optional<Token> firstTooDeep(TokenBuffer tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            if (type == MySqlLexer.LEFT_PARENTHESIS && ++depth > MOST_PARENTHESES) {
                return Optional.of(tokens.get(i));
            } else if (type == MySqlLexer.RIGHT_PARENTHESIS) {
                depth--;
            }
        }
        return Optional.empty();
    }
}
