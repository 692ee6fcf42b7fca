package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentExaminer;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.oracle.QueryOracles;
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
    private final ReplayJudge judge;

    public Replayer(ReplaySettings settings) {
        this.settings = settings;
        this.examiner = new IncidentExaminer(settings.dying());
        this.judge = new ReplayJudge(settings.oracles(), examiner);
    }

    /** One for a finding of that oracle. */
    public Replayer judgedBy(String oracle) {
        return new Replayer(settings.withOracles(QueryOracles.ofFinding(oracle)));
    }

    /** Resets the server, runs the history, and says what befell the server. */
    public Incident replay(Server server, History history) {
        server.reset();
        return run(server, history).incident();
    }

    /**
     * Runs the history on the server as it is, as {@code mysql --force} would: an error ends nothing, a lost connection to a
     * server that lives is opened again. It ends with the first failure.
     */
    public Replay run(Server server, History history) {
        List<Outcome> outcomes = new ArrayList<>();
        try (ReplaySessions sessions = new ReplaySessions(server, settings.statementTimeout())) {
            for (Step step : history.steps()) {
                Outcome outcome = sessions.execute(step);
                outcomes.add(outcome);
                Incident incident = examineIfOdd(server, step.sql(), outcome);
                if (incident instanceof Incident.Nothing
                        && settings.oracles().judge(outcomes.size() - 1, history.size())) {
                    incident = judge.judge(server, sessions, step, outcome);
                }
                if (!(incident instanceof Incident.Nothing)) {
                    return replay(server, incident, outcomes);
                }
            }
            return replay(server, settle(server), outcomes);
        }
    }

    private Incident examineIfOdd(Server server, String sql, Outcome outcome) {
        boolean odd = outcome instanceof Outcome.ConnectionLost || outcome instanceof Outcome.TimedOut;
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

    private static Replay replay(Server server, Incident incident, List<Outcome> outcomes) {
        String log = incident instanceof Incident.Nothing
                ? ""
                : server.evidence(Duration.ZERO).log();
        return new Replay(incident, outcomes, log);
    }
}
