package dev.mysqlsmith.grammar;

import java.util.List;

/**
 * Alternatives of one rule or block between which a walk may choose.
 *
 * @param id its number among all that a view gives: they are below {@link GrammarView#candidatesCount}
 */
public record Candidates(int id, List<Alternative> alternatives) {
    /** Whether there is none. */
    public boolean isEmpty() {
        return alternatives.isEmpty();
    }

    /** How many there are. */
    public int size() {
        return alternatives.size();
    }

    /** The one at {@code index}. */
    public Alternative get(int index) {
        return alternatives.get(index);
    }
}
