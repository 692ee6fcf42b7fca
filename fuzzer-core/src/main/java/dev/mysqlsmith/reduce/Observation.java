package dev.mysqlsmith.reduce;

import java.util.Set;

/**
 * What a candidate showed, and which of its statements matter.
 *
 * @param answer in one word
 * @param executed how many statements were run before the server failed, or all
 * @param rejected indices of the statements that gave an error
 * @param detail one line for people: what was seen
 */
public record Observation(Answer answer, int executed, Set<Integer> rejected, String detail) {
    public Observation {
        rejected = Set.copyOf(rejected);
    }
}
