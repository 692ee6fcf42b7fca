package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.server.ServerException;
import java.time.Duration;
import java.util.List;

/** Runs a history several times, each on freshly reset servers, and counts how often its failure comes back. */
public final class Confirmer {
    private static final int LOST_SERVERS = 3;

    private final Replayer replayer;

    public Confirmer(Replayer replayer) {
        this.replayer = replayer;
    }

    /** One for a finding of that oracle. */
    public Confirmer judgedBy(String oracle) {
        return new Confirmer(replayer.judgedBy(oracle));
    }

    /**
     * How long a failure is looked for.
     *
     * @param least runs that are made in any case
     * @param most runs, where none has shown it yet
     * @param time after which no further run begins, once the least are made
     */
    public record Effort(int least, int most, Duration time) {

        /** So many runs, whatever they show. */
        public static Effort ofRuns(int runs) {
            return new Effort(runs, runs, Duration.ZERO);
        }

        boolean asksForMore(Confirmation so, Duration spent) {
            return so.runs() < least || so.hits() == 0 && so.runs() < most && spent.compareTo(time) < 0;
        }
    }

    /**
     * Counts how often the failure comes back.
     *
     * @throws ServerException where the server can't be handled, or is ended from outside again and again
     */
    public Confirmation confirm(Bench bench, History history, Signature wanted, Effort effort) {
        Confirmation so = new Confirmation(0, 0, List.of(), "", "");
        int lost = 0;
        long start = System.nanoTime();
        while (effort.asksForMore(so, Duration.ofNanos(System.nanoTime() - start))) {
            bench.reset();
            Replay replay = replayer.run(bench, history);
            if (replay.incident() instanceof Incident.ServerLost gone) {
                if (++lost > LOST_SERVERS) {
                    throw new ServerException("server " + bench.server().spec() + " was ended from outside " + lost
                            + " times while a failure was confirmed (" + gone.reason()
                            + "): look for what ends it, then try again");
                }
                continue;
            }
            so = replay.incident() instanceof Incident.Failure failure
                            && failure.signature().equals(wanted)
                    ? new Confirmation(
                            so.hits() + 1, so.runs() + 1, replay.outcomes(), replay.log(), failure.evidence())
                    : new Confirmation(so.hits(), so.runs() + 1, so.outcomes(), so.log(), so.evidence());
        }
        return so;
    }
}
