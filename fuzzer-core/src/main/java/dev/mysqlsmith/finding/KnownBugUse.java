package dev.mysqlsmith.finding;

import dev.mysqlsmith.grammar.ServerVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An entry of a list of known bugs, and what became of it in a campaign.
 *
 * @param findings how many it told
 * @param times how often they were met
 */
public record KnownBugUse(KnownBug entry, Fate fate, int findings, long times) {

    /** What an entry did. */
    public enum Fate {
        /** It told failures. */
        MATCHED,
        /** It told none. */
        UNMATCHED,
        /** Its time is over. */
        OVER
    }

    /** What each entry did for a campaign's findings, in the order of the list. */
    public static List<KnownBugUse> of(List<KnownBug> entries, List<Finding> findings, String versionString) {
        ServerVersion version = ServerVersion.parse(versionString);
        return entries.stream().map(entry -> of(entry, findings, version)).toList();
    }

    private static KnownBugUse of(KnownBug entry, List<Finding> findings, ServerVersion version) {
        List<Finding> told = findings.stream()
                .filter(finding -> entry.equals(finding.known()))
                .toList();
        long times =
                told.stream().mapToLong(finding -> finding.duplicates() + 1L).sum();
        Fate fate = entry.isOver(LocalDate.now(ZoneOffset.UTC), version)
                ? Fate.OVER
                : told.isEmpty() ? Fate.UNMATCHED : Fate.MATCHED;
        return new KnownBugUse(entry, fate, told.size(), times);
    }

    /** For people: {@code matched 3 times in 1 finding: signature 'x' (https://..)}. */
    public String text() {
        String tail = entry.label() + (entry.link() == null ? "" : " (" + entry.link() + ")");
        return switch (fate) {
            case MATCHED ->
                "matched " + times + (times == 1 ? " time" : " times") + " in " + findings
                        + (findings == 1 ? " finding: " : " findings: ") + tail;
            case UNMATCHED -> "never matched: " + tail;
            case OVER -> "over since " + entry.until() + ", no longer taken as known: " + tail;
        };
    }
}
