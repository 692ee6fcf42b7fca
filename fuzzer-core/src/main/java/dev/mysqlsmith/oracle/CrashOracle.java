package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentExaminer;
import java.time.Duration;

/** Crashes, failed assertions, hangs and corruption: what the server's own evidence says. */
public final class CrashOracle implements Oracle {
    private final IncidentExaminer examiner;

    /** @param dying how long to wait for a server that lost a connection to be gone */
    public CrashOracle(Duration dying) {
        this.examiner = new IncidentExaminer(dying);
    }

    @Override
    public String name() {
        return Oracles.CRASH;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        Outcome outcome = ran.outcome();
        if (outcome.succeeded() || outcome instanceof Outcome.Failed) {
            return new Verdict.Pass();
        }
        Incident incident =
                examiner.examine(ran.context().server(), ran.context().sql(), outcome);
        if (incident instanceof Incident.Failure failure) {
            return new Verdict.Suspect(failure);
        }
        return new Verdict.Inconclusive(
                incident instanceof Incident.ServerLost lost
                        ? "server lost: " + lost.reason()
                        : outcome instanceof Outcome.TimedOut ? "timeout" : "connection lost, server alive");
    }
}
