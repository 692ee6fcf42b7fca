package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentExaminer;
import dev.mysqlsmith.generate.FunctionCatalog;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.SeedScript;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.oracle.CrashOracle;
import dev.mysqlsmith.oracle.Oracle;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.report.CampaignRecord;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.References;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works in rounds on a server of its own and shares nothing with the others but the statistics. What a round sends depends
 * on the campaign's seed, the worker's number, the round's number and the weights that {@link Guidance} has written down.
 */
final class Worker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** Rounds in a row that a fault may cost before the worker gives up. */
    private static final int FAULTS_IN_A_ROW = 3;

    /** Labels of streams beside those of the rounds, whose labels are their numbers, and of what a round has beside its own. */
    private static final long WEIGHTS = -1;

    private static final long PLANS = -1;

    private static final long RELATIONS = -2;

    /** What the workers of a campaign have in common. */
    record Common(
            CampaignOptions options,
            Profile profile,
            FunctionCatalog functions,
            SeedScript seed,
            Budget budget,
            Statistics statistics,
            Triage triage,
            CampaignListener listener,
            ServerSource servers,
            WeightsFile weights,
            LeadsFile leads) {}

    private final Common common;
    private final StatementLog log;
    private final Choices choices;
    private final long quota;
    private final String database;
    private final List<String> sinceReset = new ArrayList<>();
    private @Nullable Guidance guidance;
    private int roundsSinceReset;
    private volatile Checkpoint.WorkerState state;
    private volatile @Nullable RuntimeException failure;
    private int faultsInARow;

    Worker(Common common, Checkpoint.WorkerState state, StatementLog log) {
        this.common = common;
        this.state = state;
        this.log = log;
        this.choices = Choices.seeded(common.options().seed()).split(state.worker());
        this.quota = common.options().statementsOf(state.worker());
        this.database = "mysqlsmith_w" + state.worker();
    }

    @Override
    public void run() {
        try (log) {
            while (hasWork()) {
                workOnOneServer();
            }
        } catch (Error e) { // a thread that just ends would look like one that is done
            giveUp(new IllegalStateException("worker " + state.worker() + " was ended by " + e, e));
            throw e;
        }
    }

    /** Until there is no more work, or a fault wants another server. */
    private void workOnOneServer() {
        try (Bench bench = Bench.of(common.servers().next(), common.options().references())) {
            forgetHistory();
            GeneratorTools tools = tools(bench);
            while (hasWork()) {
                workOneRound(bench, tools);
                faultsInARow = 0;
            }
        } catch (RuntimeException | StackOverflowError e) {
            survive(e);
        }
    }

    /** The round that it works on. */
    Checkpoint.WorkerState state() {
        return state;
    }

    /** Why it gave up, or null. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    private boolean hasWork() {
        return failure == null && common.budget().goesOn() && state.statements() < quota;
    }

    private GeneratorTools tools(Bench bench) {
        ServerVersion version = bench.oldest();
        Profile profile =
                bench.isRestartable() ? common.profile() : common.profile().sparing(version);
        GeneratorTools tools = new GeneratorTools(
                new GeneratorSettings(profile, version, database, common.functions(), common.seed()));
        if (common.options().guidance() && !common.profile().isPrepared()) {
            if (guidance == null) {
                guidance = new Guidance(
                        state.worker(), state.round(), tools.choiceCount(), common.weights(), choices.split(WEIGHTS));
            }
            guidance.lead(tools);
        }
        return tools;
    }

    private void workOneRound(Bench bench, GeneratorTools tools) {
        Server server = bench.server();
        RoundEnd end = runRound(bench, tools);
        sinceReset.addAll(end.sent());
        Incident.Failure found = end.failure();
        if (found != null) {
            String serverLog = server.evidence(Duration.ZERO).log();
            common.triage().accept(bench, new Suspect(found, end.oracle(), end.history(), sinceReset, serverLog));
        }
        roundsSinceReset++;
        advance(end.statements());
        learn(tools);
        if (found != null
                || !end.clean()
                || hasLostReference(bench)
                || roundsSinceReset >= common.options().limits().roundsPerReset()) {
            bench.reset();
            forgetHistory();
        }
    }

    private void learn(GeneratorTools tools) {
        if (guidance != null) {
            long begin = System.nanoTime();
            if (guidance.changesBefore(state.round())) {
                guidance.lead(tools);
            }
            common.statistics().feedback(System.nanoTime() - begin);
        }
    }

    private boolean hasLostReference(Bench bench) {
        Optional<String> unfit = bench.unfitReference(common.options().limits().dying());
        unfit.ifPresent(common.statistics()::skipped);
        return unfit.isPresent();
    }

    private RoundEnd runRound(Bench bench, GeneratorTools tools) {
        Choices own = choices.split(state.round());
        Duration timeout = common.options().limits().statementTimeout();
        try (References references = new References(bench, timeout)) {
            Round round = round(bench.server(), judges(bench, references, own), tools, own);
            return run(round, bench.server(), timeout);
        }
    }

    private RoundEnd run(Round round, Server server, Duration timeout) {
        int limit = (int) Math.min(
                common.seed().size()
                        + common.profile()
                                .roundSize()
                                .orElse(common.options().limits().roundStatements()),
                quota - state.statements());
        try (Session session = Session.open(server, timeout)) {
            RoundEnd end = round.run(session, limit, common.budget());
            return end.clean() ? lookAtServer(server, end) : end;
        } catch (SessionException e) {
            // a server that died between two statements gives no connection
            RoundEnd end = lookAtServer(server, round.broken());
            if (end.clean()) {
                throw e;
            }
            return end;
        }
    }

    private Round round(Server server, Judges judges, GeneratorTools tools, Choices own) {
        PlanReader plans = new PlanReader(
                server.versionString(),
                !server.isRestartable(),
                own.split(PLANS),
                !common.profile().isPrepared());
        Feedback feedback = new Feedback(plans, guidance, common.statistics());
        StatementGenerator generator = new StatementGenerator(tools, own);
        return new Round(server, generator, judges, common.statistics(), log, feedback, form());
    }

    private Judges judges(Bench bench, References references, Choices own) {
        List<Oracle> relations = new ArrayList<>();
        references.oracle().ifPresent(relations::add);
        relations.addAll(relations(bench.server(), own.split(RELATIONS)));
        return new Judges(
                new CrashOracle(common.options().limits().dying()),
                relations,
                common.triage()::meets,
                common.leads()::append);
    }

    private List<Oracle> relations(Server server, Choices drawn) {
        ServerVersion version = ServerVersion.parse(server.versionString());
        List<Oracle> relations = new ArrayList<>();
        for (String name : ReplayOracles.of(common.options().oracles()).names()) {
            relations.add(Oracles.sampling(name, version, drawn.split(relations.size())));
        }
        return relations;
    }

    /** How a statement is sent. */
    private UnaryOperator<String> form() {
        return common.profile().isPrepared() ? Prepared::statement : UnaryOperator.identity();
    }

    /** A server may die or complain when no statement runs. */
    private RoundEnd lookAtServer(Server server, RoundEnd end) {
        Incident incident = new IncidentExaminer(common.options().limits().dying()).examine(server, null, null);
        if (incident instanceof Incident.Failure late) {
            return end.withServerGone(late);
        }
        if (incident instanceof Incident.ServerLost lost) {
            common.statistics().skipped("server lost: " + lost.reason());
            return end.withServerGone(null);
        }
        return end;
    }

    /** A fault costs the round, not the campaign; only one that comes back at once ends it. */
    private void survive(Throwable fault) {
        LOG.error(
                "worker {} lost round {} of seed {}",
                state.worker(),
                state.round(),
                CampaignRecord.seedText(common.options().seed()),
                fault);
        common.statistics().skipped(Statistics.FAULT + fault.getClass().getSimpleName());
        common.listener().warning("worker " + state.worker() + " lost a round: " + fault.getMessage());
        advance(0);
        faultsInARow++;
        if (faultsInARow >= FAULTS_IN_A_ROW) {
            giveUp(
                    fault instanceof ServerException unavailable
                            ? unavailable
                            : new IllegalStateException(
                                    "worker " + state.worker() + " failed in " + faultsInARow
                                            + " rounds in a row; the last time: " + fault,
                                    fault));
        }
    }

    private void giveUp(RuntimeException why) {
        failure = why;
        common.budget().stop();
    }

    private void advance(int statements) {
        common.statistics().roundDone();
        state = new Checkpoint.WorkerState(state.worker(), state.round() + 1, state.statements() + statements);
    }

    private void forgetHistory() {
        sinceReset.clear();
        roundsSinceReset = 0;
    }
}
