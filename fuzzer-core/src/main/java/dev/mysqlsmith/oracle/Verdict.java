package dev.mysqlsmith.oracle;

import dev.mysqlsmith.finding.Incident;

/** What an oracle says of a statement. */
public sealed interface Verdict {

    /** Nothing is wrong. */
    record Pass() implements Verdict {}

    /** The oracle says nothing of such statements. */
    record Apart() implements Verdict {}

    /**
     * Nothing can be said.
     *
     * @param reason a short fixed text that is counted: {@code timeout}, {@code server lost: killed by signal 9}
     */
    record Inconclusive(String reason) implements Verdict {}

    /**
     * Nothing is wrong, and it may still be worth a look: never a finding.
     *
     * @param text a short fixed text that is counted
     * @param evidence what shows it
     */
    record Lead(String text, String evidence) implements Verdict {}

    /** Something is wrong, and is to be confirmed on a fresh server. */
    record Suspect(Incident.Failure failure) implements Verdict {}
}
