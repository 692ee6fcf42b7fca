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
import dev.mysqlsmith.verify.Confirmation;
import dev.mysqlsmith.verify.Confirmer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of suspects: duplicates are counted, new ones confirmed, saved and handed to the reduction. Thread-safe. */
final class Triage {
    private static final Logger LOG = LoggerFactory.getLogger(Triage.class);

    /** How many times in all a failure that does not come back is tried when it is met again. */
    private static final int ATTEMPTS = 3;

    private static final Confirmer.Effort ONCE = Confirmer.Effort.ofRuns(1);

    private final CampaignOptions options;
    private final FindingStore store;
    private final Confirmer confirmer;
    private final Statistics statistics;
    private final CampaignListener listener;
    private final ReductionQueue reductions;
    private final Map<Signature, Integer> attempts = new HashMap<>();
    private final Map<Signature, Integer> metWhileConfirmed = new HashMap<>();

    Triage(
            CampaignOptions options,
            FindingStore store,
            Confirmer confirmer,
            Statistics statistics,
            CampaignListener listener,
            ReductionQueue reductions) {
        this.options = options;
        this.store = store;
        this.confirmer = confirmer;
        this.statistics = statistics;
        this.listener = listener;
        this.reductions = reductions;
    }

    /** Looks after a suspect; {@code bench} is used to confirm it and left in whatever state that ends in. */
    void accept(Bench bench, Suspect suspect) {
        Signature signature = suspect.failure().signature();
        Optional<KnownBug> known = known(suspect, bench.server());
        if (countIfDuplicate(signature, known)) {
            LOG.info("met again: {}", signature);
            return;
        }
        LOG.info("suspect: {}", signature);
        boolean settled = false;
        try {
            settle(bench, suspect, known);
            settled = true;
        } finally {
            if (!settled) {
                forget(signature);
            }
        }
    }

    private void settle(Bench bench, Suspect suspect, Optional<KnownBug> known) {
        keep(known.map(entry -> found(bench.server(), suspect, suspect.round(), Finding.Status.KNOWN, 0)
                        .withKnown(entry))
                .orElseGet(() -> confirm(bench, suspect)));
    }

    private void keep(Finding finding) {
        Signature signature = finding.signature();
        boolean isNew = store.find(signature).isEmpty();
        Finding saved = save(finding);
        if (isNew) {
            statistics.found(signature.kind().text());
        }
        listener.found(saved, store.folderOf(signature));
        if (saved.status() == Finding.Status.CONFIRMED) {
            reductions.add(saved);
        }
    }

    /** Counts a failure that is known already, by a finding or one that is being confirmed; false where it is neither. */
    boolean meets(Suspect suspect, Server server) {
        Signature signature = suspect.failure().signature();
        Optional<KnownBug> known = known(suspect, server);
        synchronized (store) {
            if (!isNews(signature, known)) {
                count(signature);
                return true;
            }
            if (known.isEmpty()) {
                return false;
            }
            attempts.merge(signature, 1, Integer::sum);
        }
        keep(found(server, suspect, suspect.round(), Finding.Status.KNOWN, 0).withKnown(known.get()));
        return true;
    }

    private Optional<KnownBug> known(Suspect suspect, Server server) {
        return options.known()
                .find(
                        suspect.failure().signature(),
                        suspect.failure().evidence(),
                        suspect.statement(),
                        server.versionString());
    }

    private boolean countIfDuplicate(Signature signature, Optional<KnownBug> known) {
        synchronized (store) {
            boolean news = isNews(signature, known);
            count(signature);
            if (news) {
                attempts.merge(signature, 1, Integer::sum);
            }
            return !news;
        }
    }

    /** What is told as known by its statement may be another bug in another statement. */
    private boolean isNews(Signature signature, Optional<KnownBug> known) {
        int tried = attempts.getOrDefault(signature, 0);
        return store.find(signature)
                .map(before -> tried < ATTEMPTS
                        && (before.status() == Finding.Status.FLAKY
                                || before.status() == Finding.Status.KNOWN && known.isEmpty()))
                .orElse(tried == 0);
    }

    private void count(Signature signature) {
        if (store.find(signature).isPresent()) {
            store.countDuplicate(signature);
        } else if (attempts.containsKey(signature)) {
            metWhileConfirmed.merge(signature, 1, Integer::sum);
        }
    }

    /** A fault has kept it from being saved: the next time it is met it is new. */
    private void forget(Signature signature) {
        synchronized (store) {
            attempts.remove(signature);
        }
    }

    private Finding save(Finding finding) {
        synchronized (store) { // which the reducer changes too
            return saveLocked(finding);
        }
    }

    private Finding saveLocked(Finding finding) {
        Optional<Finding> before = store.find(finding.signature());
        int met = metWhileConfirmed.getOrDefault(finding.signature(), 0);
        metWhileConfirmed.remove(finding.signature());
        if (before.isPresent() && before.get().rate() >= finding.rate()) {
            return before.get(); // flaky before and no better now
        }
        Finding counted = finding.withDuplicates(before.map(Finding::duplicates).orElse(0) + met);
        store.save(counted);
        return counted;
    }

    /** The round first; then everything since the clean snapshot, because rounds share a server; then how often. */
    private Finding confirm(Bench whole, Suspect suspect) {
        Bench bench = suspect.oracle().equals(Oracles.DIFFERENTIAL) ? whole : whole.alone();
        Signature signature = suspect.failure().signature();
        if (!bench.server().isRestartable()) {
            statistics.skipped("not confirmed: the server cannot be restarted");
            return found(bench.server(), suspect, suspect.round(), Finding.Status.FLAKY, 0);
        }
        Confirmer judge = confirmer.judgedBy(suspect.oracle());
        try {
            History round = History.of(suspect.round());
            if (judge.confirm(bench, round, signature, ONCE).isCertain()) {
                return found(bench.server(), suspect, suspect.round(), Finding.Status.CONFIRMED, 1);
            }
            if (suspect.sinceReset().size() > suspect.round().size()
                    && judge.confirm(bench, History.of(suspect.sinceReset()), signature, ONCE)
                            .isCertain()) {
                return found(bench.server(), suspect, suspect.sinceReset(), Finding.Status.CONFIRMED, 1);
            }
            Confirmation more = judge.confirm(bench, round, signature, Confirmer.Effort.ofRuns(2));
            double rate = more.hits() / (more.runs() + 1.0);
            return found(bench.server(), suspect, suspect.round(), Finding.Status.FLAKY, rate);
        } catch (ServerException | SessionException e) {
            LOG.warn("could not confirm {}", signature, e);
            listener.warning("could not confirm " + signature + ": " + e.getMessage());
            statistics.skipped("not confirmed: the server failed");
            return found(bench.server(), suspect, suspect.round(), Finding.Status.FLAKY, 0);
        }
    }

    private Finding found(Server server, Suspect suspect, List<String> history, Finding.Status status, double rate) {
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
                status,
                rate,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                History.of(history),
                null,
                suspect.serverLog(),
                suspect.failure().evidence(),
                0);
    }
}
