package dev.mysqlsmith.grammar;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses single statements as a server of some version and sql_mode reads them. The parser itself accepts what any version
 * has; what the version lacks is found on the tree, by the gates of the grammar. Safe for use by many threads.
 */
public final class SqlParser {
    private static final int MOST_PARENTHESES = 400;

    private final ServerVersion version;
    private final Set<SqlMode> modes;

    public SqlParser(ServerVersion version, Set<SqlMode> modes) {
        this.version = version;
        this.modes = modes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(modes));
    }

    /** Parses one statement, with or without a semicolon at its end. */
    public ParseResult parse(String sql) {
        CommonTokenStream tokens = tokens(sql);
        Optional<Token> tooDeep = firstTooDeep(tokens);
        if (tooDeep.isPresent()) {
            return new ParseResult.Rejected(SyntaxErrors.tooDeep(tooDeep.get()));
        }
        try {
            return checked(statement(tokens, PredictionMode.SLL), tokens);
        } catch (ParseCancellationException | StackOverflowError shallow) {
            tokens.seek(0);
            return parseAgain(tokens);
        }
    }

    /** The fast prediction can be wrong where it rejects, and its error says less. */
    private ParseResult parseAgain(CommonTokenStream tokens) {
        try {
            return checked(statement(tokens, PredictionMode.LL), tokens);
        } catch (ParseCancellationException e) {
            return new ParseResult.Rejected(SyntaxErrors.describe(e));
        } catch (StackOverflowError e) {
            return new ParseResult.Rejected(SyntaxErrors.tooDeep(tokens.LT(1)));
        }
    }

    private ParseResult checked(ParserRuleContext statement, CommonTokenStream tokens) {
        SyntaxTree.Node tree = TreeBuilder.build(statement);
        Optional<SyntaxError> error = VersionCheck.of(version)
                .firstLack(tree)
                .map(lack -> SyntaxErrors.lacking(tokens, lack, version))
                .or(() ->
                        ContextRules.firstBreach(tree, version).map(breach -> SyntaxErrors.breaching(tokens, breach)));
        return error.<ParseResult>map(ParseResult.Rejected::new).orElseGet(() -> new ParseResult.Parsed(tree));
    }

    /** Parentheses cost the most of all that nests, so they are counted first. */
    private static Optional<Token> firstTooDeep(CommonTokenStream tokens) {
        tokens.fill();
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            if (token.getType() == MySqlLexer.LEFT_PARENTHESIS && ++depth > MOST_PARENTHESES) {
                return Optional.of(token);
            } else if (token.getType() == MySqlLexer.RIGHT_PARENTHESIS) {
                depth--;
            }
        }
        return Optional.empty();
    }

    private CommonTokenStream tokens(String sql) {
        return new CommonTokenStream(new SqlLexer(CharStreams.fromString(sql), version, modes));
    }

    private static ParserRuleContext statement(CommonTokenStream tokens, PredictionMode mode) {
        MySqlParser parser = new MySqlParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new FirstErrorStrategy());
        parser.getInterpreter().setPredictionMode(mode);
        return parser.root().statement();
    }
}
