package dev.mysqlsmith.reduce;

import java.util.Set;

/**
 * What a candidate showed, and which of its statements matter.
 *
 * @param answer in one word
 * @param executed how many statements were run before the server failed, or all
 * @param withoutEffect indices of the statements that gave an error, or were killed for their time
 * @param slow indices of the statements that took so long that a search is quicker without them
 * @param detail one line for people: what was seen
 */
public record Observation(Answer answer, int executed, Set<Integer> withoutEffect, Set<Integer> slow, String detail) {
    public Observation {
        withoutEffect = Set.copyOf(withoutEffect);
        slow = Set.copyOf(slow);
    }
}
