package dev.mysqlsmith.grammar;

import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** mysqlsmith's own, as its users call it: the tree is made, and checked by version. */
final class OurParser implements Contender {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    private final SqlParser parser = new SqlParser(VERSION, Set.of());

    @Override
    public boolean accepts(String sql) {
        return parser.parse(sql) instanceof ParseResult.Parsed;
    }

    @Override
    public boolean acceptsFast(String sql) {
        TokenBuffer tokens = new TokenBuffer(new SqlLexer(CharStreams.fromString(sql), VERSION, Set.of()));
        TreeParser fast = new TreeParser(tokens, VERSION, PredictionMode.SLL, PredictionCache.shared());
        try {
            fast.parse();
            return fast.isClean();
        } catch (ParseCancellationException e) {
            return false;
        }
    }
}
