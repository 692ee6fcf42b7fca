package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.MysqltestResult;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.reduce.ReduceBudget;
import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.reduce.Reducer;
import dev.mysqlsmith.reduce.Reduction;
import dev.mysqlsmith.reduce.ServerInterestingness;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.Confirmation;
import dev.mysqlsmith.verify.Confirmer;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.Replayer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a repro of a history: reduces it on servers of its own, then confirms what came out on a fresh one. */
public final class ReproMaker {
    private static final int CONFIRMING_RUNS = 3;

    /** How likely the confirmation may miss a failure that comes back at times only, as long as its time goes. */
    private static final double MISSED = 0.01;

    /** What waits behind it is worth more than a failure that is so rare. */
    private static final Duration CONFIRMING_TIME = Duration.ofMinutes(1);

    /** From this rate on a small repro of a failure that came back each time is worth more than the whole. */
    private static final double WORTH = 0.5;

    private final ServerSpec spec;
    private final List<ServerSpec> references;
    private final ReplaySettings settings;

    /**
     * @param spec of the servers on which candidates run; each is closed when it is no longer needed
     * @param references servers with which answers are compared; none where nothing is compared
     */
    public ReproMaker(ServerSpec spec, List<ServerSpec> references, ReplaySettings settings) {
        this.spec = spec;
        this.references = List.copyOf(references);
        this.settings = settings;
    }

    /** One for a finding of that oracle. */
    public ReproMaker judgedBy(String oracle) {
        return new ReproMaker(
                spec,
                oracle.equals(Oracles.DIFFERENTIAL) ? references : List.of(),
                settings.withOracles(ReplayOracles.ofFinding(oracle)));
    }

    /**
     * What came out.
     *
     * @param repro the smallest history that came back surely; the original where none did
     * @param reduction what the search says
     * @param confirmation how often the repro came back
     * @param restarts how many servers the search has used up
     */
    public record Made(Repro repro, Reduction reduction, Confirmation confirmation, long restarts) {

        /** What proves it, of the repro's own run; empty where the repro did not come back. */
        Optional<String> evidence() {
            return Optional.of(confirmation.evidence()).filter(text -> !text.isBlank());
        }
    }

    /**
     * Reduces and confirms.
     *
     * @param version whose grammar bounds what is tried
     * @param time for the search; the confirmation comes on top, with some runs or, where the failure varies, a minute or two
     * @param servers how many candidates run at once; one more starts meanwhile
     * @throws dev.mysqlsmith.server.ServerException where servers can't be had or handled
     * @throws dev.mysqlsmith.reduce.ReduceFaultException where a candidate could not be judged
     */
    public Made make(
            History original,
            Signature signature,
            ServerVersion version,
            Duration time,
            int servers,
            ReduceListener listener) {
        Reduction reduction;
        long restarts;
        try (ServerInterestingness candidates =
                new ServerInterestingness(this::start, servers + 1, signature, settings)) {
            reduction = new Reducer(version).reduce(original, candidates, ReduceBudget.ofTime(time, servers), listener);
            restarts = candidates.restarts();
        }
        boolean interrupted = Thread.interrupted(); // it has ended the search; the confirmation is still to be done
        Made made = confirmed(original, signature, reduction, restarts);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return made;
    }

    private Bench start() {
        return Bench.of(Servers.start(spec), references);
    }

    private Made confirmed(History original, Signature signature, Reduction reduction, long restarts) {
        Confirmer confirmer = new Confirmer(new Replayer(settings));
        boolean varies = !reduction.rate().isCertain() && reduction.rate().hits() > 0;
        Confirmer.Effort effort = varies
                ? new Confirmer.Effort(CONFIRMING_RUNS, reduction.rate().runsToSee(MISSED), CONFIRMING_TIME)
                : Confirmer.Effort.ofRuns(CONFIRMING_RUNS);
        try (Bench bench = start()) {
            Confirmation small = confirmer.confirm(bench, reduction.repro(), signature, effort);
            boolean doubtful = varies ? small.hits() == 0 : small.rate() < WORTH;
            if (doubtful && !reduction.repro().equals(original)) {
                Confirmation whole = confirmer.confirm(bench, original, signature, effort);
                if (whole.rate() > small.rate()) {
                    Repro unreduced = repro(bench, original, reduction.tokensBefore(), signature, whole);
                    return new Made(unreduced, reduction, whole, restarts);
                }
            }
            Repro repro = repro(bench, reduction.repro(), reduction.tokens(), signature, small);
            return new Made(repro, reduction, small, restarts);
        }
    }

    private Repro repro(Bench bench, History history, int tokens, Signature signature, Confirmation confirmation) {
        List<Outcome> right = new RightAnswers(settings).of(bench, history, signature, confirmation);
        return new Repro(history, tokens, confirmation.errors(), MysqltestResult.of(history, right));
    }
}
