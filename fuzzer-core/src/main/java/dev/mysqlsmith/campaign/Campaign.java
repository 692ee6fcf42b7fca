package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.report.HtmlReport;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.Confirmer;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.Replayer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workers that fuzz a server until the budget ends, with all that they find in one folder. */
public final class Campaign {
    private static final Logger LOG = LoggerFactory.getLogger(Campaign.class);

    private final CampaignOptions options;
    private final CampaignListener listener;
    private final CampaignFolder folder;
    private final boolean resumed;
    private final Checkpoint before;
    private final Budget budget;
    private final Statistics statistics;

    private Campaign(CampaignOptions options, CampaignListener listener, CampaignFolder folder, boolean resumed) {
        this.options = options;
        this.listener = listener;
        this.folder = folder;
        this.resumed = resumed;
        this.before = folder.checkpoint();
        this.budget = new Budget(options.duration(), Duration.ofMillis((long) (before.seconds() * 1000)));
        this.statistics = new Statistics(before.totals());
    }

    /**
     * A new campaign; makes its folder.
     *
     * @throws FolderException where the folder is there already or can't be made
     * @throws IllegalArgumentException where there is no such profile
     */
    public static Campaign create(CampaignOptions options, CampaignListener listener) {
        profile(options);
        return new Campaign(options, listener, CampaignFolder.create(options.out()), false);
    }

    /**
     * Goes on with a campaign that was stopped or killed.
     *
     * @param server to be used instead of the recorded one, which has no password; null for the recorded one
     * @throws FolderException where the folder is no campaign's
     */
    public static Campaign resume(Path out, @Nullable ServerSpec server, CampaignListener listener) {
        CampaignFolder folder = CampaignFolder.open(out);
        return new Campaign(folder.campaign().toOptions(out, server), listener, folder, true);
    }

    /** What it does. */
    public CampaignOptions options() {
        return options;
    }

    /** Asks it to stop: statements that run are finished, all is written, reductions are cut short. */
    public void stop() {
        budget.stop();
    }

    /**
     * Runs it to its end.
     *
     * @throws dev.mysqlsmith.server.ServerException where the server can't be had or handled
     */
    public CampaignSummary run() throws InterruptedException {
        Server first = startFirst();
        FindingStore store = new FindingStore(folder.findings());
        Supplier<Server> starter = () -> Servers.start(options.server());
        ReplaySettings replay =
                ReplaySettings.defaults().withStatementTimeout(options.limits().statementTimeout());
        ReproMaker maker = new ReproMaker(starter, replay);
        try (ReductionQueue reductions = new ReductionQueue(
                new FindingReducer(maker, store, statistics, listener), options.limits().reduceTime())) {
            store.all().stream().filter(Campaign::waitsForReduction).forEach(reductions::add);
            Confirmer confirmer = new Confirmer(new Replayer(replay));
            Triage triage = new Triage(options, store, confirmer, statistics, listener, reductions);
            Worker.Common common =
                    new Worker.Common(options, profile(options), budget, statistics, triage, listener);
            List<Worker> workers = workers(common, first, starter);
            try (Ticker ticker = new Ticker(folder, budget, statistics, workers, reductions, listener)) {
                runAll(workers);
                ticker.workersDone();
                reductions.finish(options.limits().grace(), () -> !budget.isStopped());
            }
            return finish(store, workers);
        }
    }

    private Server startFirst() {
        try {
            Server server = Servers.start(options.server(), listener.serverProgress());
            if (!resumed) {
                folder.write(CampaignRecord.of(options, server.versionString(), List.of("crash")));
            }
            LOG.info("{} against {}, seed {}", resumed ? "resumed" : "started", server.versionString(),
                    CampaignRecord.seedText(options.seed()));
            listener.started(folder.root(), server.versionString());
            return server;
        } catch (RuntimeException e) {
            folder.removeIfUnused();
            throw e;
        }
    }

    /** The first worker takes the server that runs already. */
    private List<Worker> workers(Worker.Common common, Server first, Supplier<Server> starter) {
        AtomicReference<@Nullable Server> running = new AtomicReference<>(first);
        Supplier<Server> firstThenOthers =
                () -> Objects.requireNonNullElseGet(running.getAndSet(null), starter);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < options.workers(); i++) {
            StatementLog log = options.logStatements()
                    ? StatementLog.to(folder.root().resolve("statements-" + i + ".sql"))
                    : StatementLog.none();
            workers.add(new Worker(common, before.of(i), i == 0 ? firstThenOthers : starter, log));
        }
        return workers;
    }

    private static void runAll(List<Worker> workers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Worker worker : workers) {
            Thread thread = new Thread(worker, "worker-" + worker.state().worker());
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private CampaignSummary finish(FindingStore store, List<Worker> workers) {
        HtmlReport.write(folder.root());
        StatisticsSnapshot totals = statistics.snapshot(budget.elapsed().toMillis() / 1000.0);
        long faults = totals.skips().entrySet().stream()
                .filter(skip -> skip.getKey().startsWith("fault: "))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        for (Worker worker : workers) {
            RuntimeException failure = worker.failure();
            if (failure != null) {
                throw failure;
            }
        }
        return new CampaignSummary(folder.root(), totals, store.all(), faults);
    }

    private static boolean waitsForReduction(Finding finding) {
        return finding.status() == Finding.Status.CONFIRMED && finding.repro() == null;
    }

    private static Profile profile(CampaignOptions options) {
        String name = options.profile();
        return Profile.names().contains(name) || !name.contains("/") ? Profile.named(name) : Profile.load(Path.of(name));
    }
}
