package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.verify.Bench;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of suspects: duplicates are counted, new ones saved as flaky, confirmed beside the workers, and handed to the
 * reduction. Thread-safe.
 */
final class Triage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Triage.class);

    /** How many times in all a failure that does not come back is tried when it is met again. */
    private static final int ATTEMPTS = 3;

    /** Tries a suspect again. */
    interface Trial {
        /**
         * The finding with what came of it.
         *
         * @param benches gives the servers to try it on
         * @param finding as it was met, flaky, with the round as history
         * @throws ServerException where a server can't be started or reset
         * @throws SessionException where a server can't be reached
         */
        Finding confirm(Supplier<Bench> benches, Finding finding, Suspect suspect);
    }

    private final CampaignOptions options;
    private final FindingStore store;
    private final Trial trial;
    private final Statistics statistics;
    private final CampaignListener listener;
    private final ReductionQueue reductions;
    private final Supplier<Bench> benches;
    private final SuspectQueue queue = new SuspectQueue();
    private final Map<Signature, Integer> attempts = new HashMap<>();
    private final Set<Signature> beingConfirmed = new HashSet<>();
    private @Nullable Bench bench;

    /** @param benches starts the servers on which suspects are confirmed beside the workers */
    Triage(
            CampaignOptions options,
            FindingStore store,
            Trial trial,
            Statistics statistics,
            CampaignListener listener,
            ReductionQueue reductions,
            Supplier<Bench> benches) {
        this.options = options;
        this.store = store;
        this.trial = trial;
        this.statistics = statistics;
        this.listener = listener;
        this.reductions = reductions;
        this.benches = benches;
    }

    /** Looks after a suspect; the worker's bench may be used to confirm it and is left in whatever state that ends in. */
    void accept(Bench workers, Suspect suspect) {
        Signature signature = suspect.failure().signature();
        Optional<KnownBug> known = known(suspect, workers.server());
        Optional<Finding> admitted = admit(suspect, workers.server(), known);
        if (admitted.isEmpty()) {
            LOG.info("met again: {}", signature);
            return;
        }
        LOG.info("suspect: {}", signature);
        if (known.isPresent()) {
            listener.found(admitted.get(), store.folderOf(signature));
        } else if (!workers.server().isRestartable() || !queue.offer(() -> settleBeside(admitted.get(), suspect))) {
            settle(() -> workers, admitted.get(), suspect);
        }
    }

    /** Counts a failure that is known already, by a finding or one that is being confirmed; false where it is neither. */
    boolean meets(Suspect suspect, Server server) {
        Optional<KnownBug> known = known(suspect, server);
        synchronized (store) {
            if (known.isEmpty() && isNews(suspect.failure().signature(), known)) {
                return false;
            }
        }
        admit(suspect, server, known)
                .ifPresent(finding -> listener.found(finding, store.folderOf(finding.signature())));
        return true;
    }

    /** How many wait to be confirmed or are. */
    int pending() {
        return queue.pending();
    }

    /**
     * Waits until all that were accepted are confirmed. Called when the workers have stopped.
     *
     * @param goesOn is asked every now and then; when it says no, those that wait stay flaky
     */
    void finish(BooleanSupplier goesOn) throws InterruptedException {
        int leftOut = queue.finish(goesOn);
        if (leftOut > 0) {
            statistics.skipped("not confirmed: stopped", leftOut);
        }
    }

    /** Leaves off at once, and ends the servers. */
    @Override
    public void close() {
        queue.close();
        forgetBench();
    }

    private Optional<KnownBug> known(Suspect suspect, Server server) {
        return options.known()
                .find(
                        suspect.failure().signature(),
                        suspect.failure().evidence(),
                        suspect.statement(),
                        server.versionString());
    }

    /** The finding where it is worth a look; it is saved before, so that it is not lost when the process is killed. */
    private Optional<Finding> admit(Suspect suspect, Server server, Optional<KnownBug> known) {
        Signature signature = suspect.failure().signature();
        synchronized (store) { // which the reducer changes too
            boolean isNews = isNews(signature, known);
            if (store.find(signature).isPresent()) {
                store.countDuplicate(signature);
            } else {
                statistics.found(signature.kind().text());
            }
            if (!isNews) {
                return Optional.empty();
            }
            Finding met = found(suspect, server);
            Finding finding = known.map(met::withKnown).orElse(met);
            Finding saved = save(finding);
            attempts.merge(signature, 1, Integer::sum);
            if (known.isPresent()) {
                return Optional.of(saved);
            }
            beingConfirmed.add(signature);
            return Optional.of(finding);
        }
    }

    /** What is told as known by its statement may be another bug in another statement. */
    private boolean isNews(Signature signature, Optional<KnownBug> known) {
        if (beingConfirmed.contains(signature)) {
            return false;
        }
        return store.find(signature)
                .map(before -> attempts.getOrDefault(signature, 0) < ATTEMPTS
                        && (before.status() == Finding.Status.FLAKY
                                || before.status() == Finding.Status.KNOWN && known.isEmpty()))
                .orElse(true);
    }

    private void settleBeside(Finding finding, Suspect suspect) {
        try {
            if (!settle(this::bench, finding, suspect)) {
                forgetBench();
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("could not confirm {}", finding.signature(), e);
            statistics.skipped(Statistics.FAULT + e.getClass().getSimpleName());
            listener.warning(
                    "could not confirm " + finding.signature() + " for a fault of mysqlsmith, see the log: " + e);
        }
    }

    private synchronized Bench bench() {
        if (bench == null) {
            bench = benches.get();
        }
        return bench;
    }

    /** The next suspect is tried on new servers. */
    private synchronized void forgetBench() {
        Bench former = bench;
        bench = null;
        if (former != null) {
            former.close();
        }
    }

    /** False where it was not confirmed because the servers failed. */
    private boolean settle(Supplier<Bench> servers, Finding finding, Suspect suspect) {
        Signature signature = finding.signature();
        try {
            Finding saved = save(trial.confirm(servers, finding, suspect));
            listener.found(saved, store.folderOf(signature));
            if (saved.status() == Finding.Status.CONFIRMED) {
                reductions.add(saved);
            }
            return true;
        } catch (ServerException | SessionException e) {
            LOG.warn("could not confirm {}", signature, e);
            listener.warning("could not confirm " + signature + ": " + e.getMessage());
            statistics.skipped("not confirmed: the server failed");
            listener.found(save(finding), store.folderOf(signature));
            return false;
        } finally {
            synchronized (store) {
                beingConfirmed.remove(signature);
            }
        }
    }

    private Finding save(Finding finding) {
        synchronized (store) {
            Optional<Finding> before = store.find(finding.signature());
            if (before.isPresent() && before.get().rate() >= finding.rate()) {
                return before.get(); // no better now
            }
            Finding counted =
                    finding.withDuplicates(before.map(Finding::duplicates).orElse(0));
            store.save(counted);
            return counted;
        }
    }

    private Finding found(Suspect suspect, Server server) {
        return new Finding(
                suspect.failure().signature(),
                suspect.oracle(),
                server.spec().withoutPassword(),
                suspect.oracle().equals(Oracles.DIFFERENTIAL)
                        ? options.references().stream()
                                .map(ServerSpec::withoutPassword)
                                .toList()
                        : List.of(),
                server.versionString(),
                options.seed(),
                Finding.Status.FLAKY,
                0,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                History.of(suspect.round()),
                null,
                suspect.serverLog(),
                suspect.failure().evidence(),
                0);
    }
}
