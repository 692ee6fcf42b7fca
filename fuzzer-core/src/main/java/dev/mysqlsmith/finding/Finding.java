package dev.mysqlsmith.finding;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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
 * @param elsewhere what the repro does on other servers
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
        @Nullable KnownBug known,
        List<Elsewhere> elsewhere) {
    public Finding {
        against = List.copyOf(against);
        elsewhere = List.copyOf(elsewhere);
    }

    /** One that no list tells and that was tried nowhere else. */
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
                null,
                List.of());
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
        return with(draft -> draft.repro = smaller);
    }

    /** The same with another count of duplicates. */
    public Finding withDuplicates(int count) {
        return with(draft -> draft.duplicates = count);
    }

    /** The same with what a confirmation said. */
    public Finding withConfirmation(Status said, double measuredRate, String proof) {
        return with(draft -> {
            draft.status = said;
            draft.rate = measuredRate;
            draft.evidence = proof;
        });
    }

    /** The same with another history that shows it. */
    public Finding withHistory(History other) {
        return with(draft -> draft.history = other);
    }

    /** The same as one that is on the list of known bugs. */
    public Finding withKnown(KnownBug entry) {
        return with(draft -> {
            draft.status = Status.KNOWN;
            draft.known = entry;
        });
    }

    /** The same with what the repro does on other servers. */
    public Finding withElsewhere(List<Elsewhere> tried) {
        return with(draft -> draft.elsewhere = tried);
    }

    private Finding with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Finding(
                signature,
                oracle,
                server,
                against,
                versionString,
                seed,
                draft.status,
                draft.rate,
                firstSeen,
                draft.history,
                draft.repro,
                serverLog,
                draft.evidence,
                draft.duplicates,
                draft.known,
                draft.elsewhere);
    }

    /** What may change of a finding. */
    private static final class Draft {
        private Status status;
        private double rate;
        private History history;
        private @Nullable Repro repro;
        private String evidence;
        private int duplicates;
        private @Nullable KnownBug known;
        private List<Elsewhere> elsewhere;

        Draft(Finding from) {
            status = from.status;
            rate = from.rate;
            history = from.history;
            repro = from.repro;
            evidence = from.evidence;
            duplicates = from.duplicates;
            known = from.known;
            elsewhere = from.elsewhere;
        }
    }
}
