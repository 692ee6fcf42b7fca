package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values at the limits of what an argument takes, or beyond: empty, huge, negative, broken. The profile's size {@code
 * boundaries} says how many of 100 arguments are such; the values are the forms {@code boundary:..} of {@code constants.txt}.
 */
final class Boundaries {
    private Boundaries() {}

    /** A value for an argument of that type or form; null where none is to be. */
    static @Nullable SyntaxTree of(String form, Expansion expansion) {
        Choices choices = expansion.choices();
        if (choices.below(100) >= expansion.size("boundaries", 0)) {
            return null;
        }
        List<String> values = expansion.lexicon().values().boundaries(form);
        return values.isEmpty() ? null : expansion.lexicon().constant(choices.pick(values));
    }
}
