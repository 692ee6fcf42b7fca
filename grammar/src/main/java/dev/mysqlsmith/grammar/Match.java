package dev.mysqlsmith.grammar;

import java.util.List;

/**
 * How a node's children fill its rule.
 *
 * @param alternative the alternative of the node's rule
 * @param parts the blocks, optional parts and repetitions of the alternative that cover at least one child, in order
 */
public record Match(Alternative alternative, List<Part> parts) {
    /**
     * A stretch of children that fills one element.
     *
     * @param element a block, an optional part or a repetition
     * @param from index of the first child
     * @param to index behind the last child
     * @param rounds for a repetition its rounds, for a block its alternative, for an optional part its body: each with its
     *     stretch and its own inner parts
     */
    public record Part(Element element, int from, int to, List<Round> rounds) {}

    /**
     * One round of a repetition, or the one body of another part.
     *
     * @param chosen in a block the alternative's body
     */
    public record Round(Element chosen, int from, int to, List<Part> parts) {}
}
