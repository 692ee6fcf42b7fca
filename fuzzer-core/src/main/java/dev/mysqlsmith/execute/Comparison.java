package dev.mysqlsmith.execute;

/** What comparing two results says. */
public sealed interface Comparison {

    /** They are the same as far as the rules look. */
    record Equal() implements Comparison {}

    /**
     * They differ.
     *
     * @param kind the class of the difference, seen from the first side: fixed words, families of types and numbers of
     *     errors, no values and no names
     * @param detail what differs, for people; short
     */
    record Different(String kind, String detail) implements Comparison {}

    /**
     * Nothing can be said.
     *
     * @param reason a short fixed text that is counted
     */
    record Incomparable(String reason) implements Comparison {}
}
