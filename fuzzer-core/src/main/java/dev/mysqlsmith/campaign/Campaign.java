package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.KnownBugUse;
import dev.mysqlsmith.generate.FunctionCatalog;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.SeedScript;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.report.CampaignFolder;
import dev.mysqlsmith.report.CampaignRecord;
import dev.mysqlsmith.report.HtmlReport;
import dev.mysqlsmith.report.StatisticsSnapshot;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.source.SchemaSource;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.Confirmer;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.Replayer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workers that fuzz a server until the budget ends, with all that they find in one folder. */
public final class Campaign {
    private static final Logger LOG = LoggerFactory.getLogger(Campaign.class);

    private static final ServerVersion LATEST = ServerVersion.parse("9.7.0");

    private final CampaignOptions options;
    private final CampaignListener listener;
    private final CampaignFolder folder;
    private final boolean resumed;
    private final Checkpoint before;
    private final Budget budget;
    private final Statistics statistics;
    private final FindingStore store;
    private FunctionCatalog functions = FunctionCatalog.UNASKED;
    private SeedScript seed = SeedScript.NONE;

    private Campaign(CampaignOptions options, CampaignListener listener, CampaignFolder folder, boolean resumed) {
        this.options = options;
        this.listener = listener;
        this.folder = folder;
        this.resumed = resumed;
        this.before = folder.checkpoint(Checkpoint.class).orElseGet(Checkpoint::beginning);
        this.budget = new Budget(options.duration(), Duration.ofMillis((long) (before.seconds() * 1000)));
        this.statistics = new Statistics(before.totals());
        this.store = new FindingStore(folder.findings());
    }

    /**
     * A new campaign; makes its folder.
     *
     * @throws dev.mysqlsmith.report.FolderException where the folder is there already or can't be made
     * @throws IllegalArgumentException where there is no such profile, or the tables can't be had from where they are to
     *     come from
     */
    public static Campaign create(CampaignOptions options, CampaignListener listener) {
        Profile profile = Profiles.of(options.profile());
        String from = options.schemaFrom();
        if (from == null) {
            return new Campaign(options, listener, CampaignFolder.create(options.out()), false);
        }
        if (profile.isUnbound()) {
            throw new IllegalArgumentException("schema '" + SchemaSource.withoutPassword(from) + "': profile '"
                    + options.profile() + "' uses no tables; take another profile");
        }
        String script = SchemaSource.read(from);
        SeedScript.read(
                SchemaSource.withoutPassword(from),
                script,
                options.server().version().orElse(LATEST));
        CampaignFolder folder = CampaignFolder.create(options.out());
        folder.writeSeed(script);
        return new Campaign(options, listener, folder, false);
    }

    /**
     * Goes on with a campaign that was stopped or killed.
     *
     * @param server to be used instead of the recorded one, which has no password; null for the recorded one
     * @throws dev.mysqlsmith.report.FolderException where the folder is no campaign's
     */
    public static Campaign resume(Path out, @Nullable ServerSpec server, CampaignListener listener) {
        CampaignFolder folder = CampaignFolder.open(out);
        return new Campaign(OptionsRecord.options(folder.campaign(), out, server), listener, folder, true);
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
     * Runs it to its end. May be called once.
     *
     * @throws dev.mysqlsmith.server.ServerException where no server can be had
     * @throws CampaignFailedException where a worker can't go on; what was found until then is saved
     */
    public CampaignSummary run() throws InterruptedException {
        ReplaySettings replay =
                ReplaySettings.defaults().withStatementTimeout(options.limits().statementTimeout());
        ReproMaker maker = new ReproMaker(options.server(), options.references(), replay);
        FindingReducer reducer = new FindingReducer(maker, OtherServers.atHand(options), store, statistics, listener);
        try (ServerSource servers = new ServerSource(options.server(), startFirst());
                ReductionQueue reductions =
                        new ReductionQueue(reducer, options.limits().reduceTime());
                Triage triage = new Triage(
                        options,
                        store,
                        new SuspectConfirmer(new Confirmer(new Replayer(replay)), statistics),
                        statistics,
                        listener,
                        reductions,
                        () -> Bench.of(servers.next(), options.references()))) {
            store.all().stream().filter(Campaign::waitsForReduction).forEach(reductions::add);
            WorkerCrew crew = new WorkerCrew(
                    new Worker.Common(
                            options,
                            Profiles.of(options.profile()),
                            functions,
                            seed,
                            budget,
                            statistics,
                            triage,
                            listener,
                            servers,
                            new WeightsFile(folder.root().resolve("weights.jsonl")),
                            new LeadsFile(folder.root().resolve("leads.jsonl"))),
                    before,
                    folder);
            IntSupplier pending = () -> triage.pending() + reductions.pending();
            try (Ticker ticker = new Ticker(folder, budget, statistics, crew::states, pending, listener)) {
                crew.work();
                ticker.workersDone();
                triage.finish(() -> !budget.isStopped());
                reductions.finish(options.limits().grace(), () -> !budget.isStopped());
            }
            return summary(crew.failure());
        }
    }

    private Server startFirst() {
        try {
            Server server = Servers.start(options.server(), listener.serverProgress());
            readSeed(server);
            if (!resumed) {
                functions = functionsOf(server);
                folder.write(OptionsRecord.of(options, server.versionString(), functions));
            } else {
                functions = OptionsRecord.functions(folder.campaign());
            }
            listener.started(folder.root(), server.versionString());
            String seed = CampaignRecord.seedText(options.seed());
            LOG.info("{} against {}, seed {}", resumed ? "resumed" : "started", server.versionString(), seed);
            budget.begin();
            return server;
        } catch (RuntimeException e) {
            folder.removeIfUnused();
            throw e;
        }
    }

    private void readSeed(Server server) {
        if (options.schemaFrom() == null) {
            return;
        }
        seed = SeedScript.read(
                folder.seedFile().toString(), folder.seed(), ServerVersion.parse(server.versionString()));
        if (!resumed) {
            seed.passedOver().forEach((what, count) -> {
                LOG.info("{} x {} of {} passed over", count, what, folder.seedFile());
                statistics.skipped(Statistics.SEED + what, count);
            });
        }
    }

    /** What all servers have; a profile that is only parsed calls no functions. */
    private FunctionCatalog functionsOf(Server server) {
        if (Profiles.of(options.profile()).isPrepared()) {
            return FunctionCatalog.UNASKED;
        }
        List<Server> references = new ArrayList<>();
        try {
            options.references().forEach(spec -> references.add(Servers.start(spec, listener.serverProgress())));
            ServerVersion version = new Bench(server, references).oldest();
            return references.stream()
                    .map(reference -> functionsOf(reference, version))
                    .reduce(functionsOf(server, version), FunctionCatalog::common);
        } finally {
            references.forEach(Server::close);
        }
    }

    private FunctionCatalog functionsOf(Server server, ServerVersion version) {
        try (Session session = Session.open(server, "mysql", options.limits().statementTimeout())) {
            return FunctionProbe.ask(session, version);
        }
    }

    private CampaignSummary summary(@Nullable RuntimeException failure) {
        HtmlReport.write(folder.root());
        StatisticsSnapshot totals = statistics.snapshot(budget.elapsed());
        long faults = totals.skips().entrySet().stream()
                .filter(skip -> skip.getKey().startsWith(Statistics.FAULT))
                .mapToLong(Map.Entry::getValue)
                .sum();
        CampaignSummary summary = new CampaignSummary(folder.root(), totals, store.all(), knownUses(), faults);
        if (failure != null) {
            throw new CampaignFailedException(summary, failure);
        }
        return summary;
    }

    private List<KnownBugUse> knownUses() {
        return KnownBugUse.of(
                options.known().entries(), store.all(), folder.campaign().versionString());
    }

    private static boolean waitsForReduction(Finding finding) {
        return finding.status() == Finding.Status.CONFIRMED && finding.repro() == null;
    }
}
