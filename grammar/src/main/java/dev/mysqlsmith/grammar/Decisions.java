package dev.mysqlsmith.grammar;

import java.util.List;

/** Answers the questions of a {@link GrammarWalk}. Where randomness comes in, and weights. */
public interface Decisions {
    /** One of {@code candidates}, alternatives of one rule or of one block; there are at least two. */
    Alternative choose(List<Alternative> candidates);

    /** Whether an optional part is there. */
    boolean include(Element.Optional optional);

    /** How many rounds a repetition has; at least 1 where it wants one. */
    int rounds(Element.Repetition repetition);

    /** The text of a token that has no text of its own: an identifier, a number, a string. {@code within} is its rule. */
    String text(Element.TokenReference token, Rule within);
}
