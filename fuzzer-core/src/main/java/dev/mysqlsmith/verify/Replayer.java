package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentExaminer;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a history again. Confirmation, reduction and check all use it, so that they agree on what a failure is. */
public final class Replayer {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ReplaySettings settings;
    private final IncidentExaminer examiner;

    public Replayer(ReplaySettings settings) {
        this.settings = settings;
        this.examiner = new IncidentExaminer(settings.dying());
    }

    /** One for a finding of that oracle. */
    public Replayer judgedBy(String oracle) {
        return new Replayer(settings.withOracles(ReplayOracles.ofFinding(oracle)));
    }

    /** Runs the history on a server alone. */
    public Replay run(Server server, History history) {
        return run(Bench.of(server), history);
    }

    /**
     * Runs the history on the servers as they are, as {@code mysql --force} would: an error ends nothing, a lost connection to a
     * server that lives is opened again. It ends with the first failure of the server; a wrong result, or an error, is only the
     * answer where no such failure follows: the first that is meant, else the first that is not known.
     */
    public Replay run(Bench bench, History history) {
        List<Outcome> outcomes = new ArrayList<>();
        Incident wrong = new Incident.Nothing();
        int known = 0;
        try (ReplaySessions sessions = new ReplaySessions(bench.server(), settings.statementTimeout());
                ReplayJudge judge = new ReplayJudge(bench, settings, sessions, examiner)) {
            for (Step step : history.steps()) {
                boolean judged = !(wrong instanceof Incident.Failure failure && isMeant(failure));
                List<String> oracles = settings.oracles().at(outcomes.size(), history.size());
                Outcome outcome = judged ? judge.execute(step, oracles) : judge.execute(step);
                outcomes.add(outcome);
                Incident incident = examineIfOdd(bench.server(), step.sql(), outcome);
                if (incident instanceof Incident.Nothing && judged) {
                    incident = judge.judge(outcome);
                }
                if (incident instanceof Incident.Failure failure && isOfAnswer(failure)) {
                    boolean isKnown = isKnown(failure, step.sql(), bench.server());
                    known += isKnown ? 1 : 0;
                    boolean counts = !isKnown && (wrong instanceof Incident.Nothing || isMeant(failure));
                    wrong = counts ? failure : wrong;
                } else if (!(incident instanceof Incident.Nothing)) {
                    return replay(bench.server(), incident, outcomes, "");
                }
            }
            Incident last = settle(bench.server());
            return replay(
                    bench.server(),
                    last instanceof Incident.Nothing ? wrong : last,
                    outcomes,
                    extent(judge.extent(history.size()), known));
        }
    }

    private static String extent(String compared, int known) {
        String passed = known == 0 ? "" : "known and passed over: " + known;
        return compared + (compared.isEmpty() || passed.isEmpty() ? "" : "; ") + passed;
    }

    private static boolean isOfAnswer(Incident.Failure failure) {
        return failure.signature().kind().isOfAnswer();
    }

    private boolean isMeant(Incident.Failure failure) {
        return settings.meant().test(failure.signature());
    }

    private boolean isKnown(Incident.Failure failure, String sql, Server server) {
        return settings.known().has(failure.signature(), failure.evidence(), sql, server.versionString());
    }

    private Incident examineIfOdd(Server server, String sql, Outcome outcome) {
        boolean odd = outcome.endsSession() || outcome instanceof Outcome.TimedOut;
        return odd ? examiner.examine(server, sql, outcome) : new Incident.Nothing();
    }

    /** Background threads crash late, and some complaints do not end the server. */
    private Incident settle(Server server) {
        long end = System.nanoTime() + settings.settle().toNanos();
        while (server.isAlive() && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        @Nullable
        Outcome lost = server.isAlive() ? null : new Outcome.ConnectionLost("the server is gone", Duration.ZERO);
        return examiner.examine(server, null, lost);
    }

    private static Replay replay(Server server, Incident incident, List<Outcome> outcomes, String extent) {
        String log = incident instanceof Incident.Nothing
                ? ""
                : server.evidence(Duration.ZERO).log();
        return new Replay(incident, outcomes, log, extent);
    }
}
