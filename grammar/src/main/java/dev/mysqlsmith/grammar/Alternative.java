package dev.mysqlsmith.grammar;

import java.util.List;

/**
 * One alternative of a rule or of a block inside a rule.
 *
 * @param id its number among all alternatives of the grammar
 * @param rule the rule that it stands in
 * @param index its position in its rule or block, from 0
 * @param gate the versions that have it
 * @param precedence in a left-recursive rule: how tight it binds, more is tighter, {@link #PRIMARY} where it has no open
 *     end; 0 elsewhere
 * @param body its elements
 */
public record Alternative(int id, Rule rule, int index, Gate gate, int precedence, Element.Sequence body) {
    /** The precedence of an alternative of a left-recursive rule that is no operator. */
    public static final int PRIMARY = 1_000_000;

    /** Whether the alternative has {@code symbol}, a rule's name or a token's, at its top level. */
    public boolean mentions(String symbol) {
        List<Element> elements = body.elements();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Element.Symbol own && own.name().equals(symbol)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Alternative alternative && alternative.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** {@code rule/index: elements}. */
    @Override
    public String toString() {
        return rule + "/" + index + ": " + body;
    }
}
