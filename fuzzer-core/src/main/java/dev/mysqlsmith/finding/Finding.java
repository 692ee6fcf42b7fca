package dev.mysqlsmith.finding;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure that somebody should look at, and all that is needed to see it again.
 *
 * @param signature what it is
 * @param oracle name of the oracle that suspected it: {@code crash}, {@code tlp}
 * @param server the server's spec, one line
 * @param against specs of the servers with which its answers were compared; none where a server alone shows it
 * @param versionString what the server answers to VERSION(), with the build's comment
 * @param seed the seed of the worker's round that met it; null where a script was given
 * @param status what its confirmation said
 * @param rate in how many of the confirming runs it came back, from 0 to 1
 * @param firstSeen when
 * @param history the statements since the last reset
 * @param repro the reduced history; null while it is not reduced
 * @param serverLog the server's error log of the run
 * @param evidence the lines of the log, or the stacks, or the rows, that prove it
 * @param duplicates how often it was met again
 * @param known the entry of the list of known bugs that tells it; null where none does
 */
public record Finding(
        Signature signature,
        String oracle,
        String server,
        List<String> against,
        String versionString,
        @Nullable Long seed,
        Status status,
        double rate,
        Instant firstSeen,
        History history,
        @Nullable Repro repro,
        String serverLog,
        String evidence,
        int duplicates,
        @Nullable KnownBug known) {
    public Finding {
        against = List.copyOf(against);
    }

    /** One that no list tells. */
    public Finding(
            Signature signature,
            String oracle,
            String server,
            List<String> against,
            String versionString,
            @Nullable Long seed,
            Status status,
            double rate,
            Instant firstSeen,
            History history,
            @Nullable Repro repro,
            String serverLog,
            String evidence,
            int duplicates) {
        this(
                signature,
                oracle,
                server,
                against,
                versionString,
                seed,
                status,
                rate,
                firstSeen,
                history,
                repro,
                serverLog,
                evidence,
                duplicates,
                null);
    }

    /** What a finding's confirmation on fresh servers said. */
    public enum Status {
        /** It came back in every run. */
        CONFIRMED,
        /** It came back in some runs, or in none; the rate tells. */
        FLAKY,
        /** It is on the list of known bugs. */
        KNOWN;

        /** As files write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name of its folder. */
    public String id() {
        return signature.id();
    }

    /** The same with a repro. */
    public Finding withRepro(Repro smaller) {
        return new Finding(
                signature,
                oracle,
                server,
                against,
                versionString,
                seed,
                status,
                rate,
                firstSeen,
                history,
                smaller,
                serverLog,
                evidence,
                duplicates,
                known);
    }

    /** The same with another count of duplicates. */
    public Finding withDuplicates(int count) {
        return new Finding(
                signature,
                oracle,
                server,
                against,
                versionString,
                seed,
                status,
                rate,
                firstSeen,
                history,
                repro,
                serverLog,
                evidence,
                count,
                known);
    }

    /** The same with what a confirmation said. */
    public Finding withConfirmation(Status said, double measuredRate, String proof) {
        return new Finding(
                signature,
                oracle,
                server,
                against,
                versionString,
                seed,
                said,
                measuredRate,
                firstSeen,
                history,
                repro,
                serverLog,
                proof,
                duplicates,
                known);
    }

    /** The same as one that is on the list of known bugs. */
    public Finding withKnown(KnownBug entry) {
        return new Finding(
                signature,
                oracle,
                server,
                against,
                versionString,
                seed,
                Status.KNOWN,
                rate,
                firstSeen,
                history,
                repro,
                serverLog,
                evidence,
                duplicates,
                entry);
    }
}
