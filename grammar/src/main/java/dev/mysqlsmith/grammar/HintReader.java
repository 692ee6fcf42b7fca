package dev.mysqlsmith.grammar;

import java.util.Set;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Tells whether a version reads a text as optimizer hints; servers pass over what they can't read, with a warning. */
final class HintReader {
    private HintReader() {}

    /** Whether {@code hints}, a comment with its brackets, has hints of that version and nothing else. */
    static boolean reads(String hints, ServerVersion version, Set<SqlMode> modes) {
        TokenBuffer tokens = new TokenBuffer(SqlLexer.ofHints(hints, version, modes));
        TreeParser parser = new TreeParser(tokens, version, PredictionMode.SLL, PredictionCache.shared());
        try {
            parser.optimizerHints();
            return parser.isClean();
        } catch (ParseCancellationException e) {
            return false;
        }
    }
}
