package dev.mysqlsmith.grammar;

import org.jspecify.annotations.Nullable;

/** Answers the questions of a {@link GrammarWalk}. Where randomness comes in, and weights. */
public interface Decisions {
    /** The alternative of a block that is decided already, whatever the budget; null where it is to be chosen. */
    default @Nullable Alternative decided(Element.Block block, int budget) {
        return null;
    }

    /** One of {@code candidates}, alternatives of one rule or of one block; there are at least two. */
    Alternative choose(Candidates candidates);

    /** Whether an optional part is there; {@code affordable} tells whether the budget of depth allows it. */
    boolean include(Element.Optional optional, boolean affordable);

    /** How many rounds a repetition has; {@code affordable} tells whether the budget allows more than it must have. */
    int rounds(Element.Repetition repetition, boolean affordable);

    /** The text of a token that has no text of its own: an identifier, a number, a string. {@code within} is its rule. */
    String text(Element.TokenReference token, Rule within);
}
