package dev.mysqlsmith.reduce;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.Replay;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.Replayer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a candidate makes a server fail with one signature, on a pool of servers.
 *
 * <p>A candidate that harms no server leaves its server to the next one, without its databases; a server that failed is reset in
 * the background while others serve. So a failure may owe something to earlier candidates: {@link #testAlone} runs a result
 * on a freshly reset server, and {@link #tighten} makes every candidate get one.
 */
public final class ServerInterestingness implements Interestingness, AutoCloseable {
    private static final int LOST_SERVERS = 5;
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofMillis(200);

    private final ServerPool pool;
    private final ReplaySettings settings;
    private volatile @Nullable Signature wanted;
    private volatile Replayer replayer;

    /**
     * Starts the servers in the background; they are closed with this.
     *
     * @param starter starts one server, with its references; called {@code servers} times
     * @param servers how many: one more than run at once, or two, so that none waits for a restart
     * @param wanted the failure that counts; null for whatever the original shows
     */
    public ServerInterestingness(
            Supplier<Bench> starter, int servers, @Nullable Signature wanted, ReplaySettings settings) {
        this.pool = new ServerPool(starter, servers);
        this.wanted = wanted;
        this.settings = settings;
        this.replayer = new Replayer(settings.withSettle(Duration.ZERO));
    }

    @Override
    public Answer test(History candidate) {
        return judge(run(candidate, pool.isAlwaysFresh()));
    }

    /** A failure that the statements themselves do not meet may come late: then every candidate is waited for. */
    @Override
    public Observation observe(History original) {
        Replay replay = run(original, true);
        if (replay.incident() instanceof Incident.Nothing) {
            Replayer quick = replayer;
            replayer = new Replayer(settings.withSettle(LATE));
            replay = run(original, true);
            if (replay.incident() instanceof Incident.Nothing) {
                replayer = quick;
            }
        }
        if (wanted == null && replay.incident() instanceof Incident.Failure failure) {
            wanted = failure.signature();
        }
        String detail = replay.incident() instanceof Incident.Failure failure
                ? failure.signature().toString()
                : "the server ran all " + replay.outcomes().size() + " statements";
        List<Outcome> outcomes = replay.outcomes();
        return new Observation(
                judge(replay),
                outcomes.size(),
                indices(outcomes, ServerInterestingness::isWithoutEffect),
                indices(outcomes, ServerInterestingness::isSlow),
                detail);
    }

    @Override
    public boolean mayVary() {
        return true;
    }

    @Override
    public Answer testAlone(History result) {
        return judge(run(result, true));
    }

    @Override
    public boolean tighten() {
        return pool.makeAlwaysFresh();
    }

    /** What is looked for: what was given, or what the original showed; null before that. */
    public @Nullable Signature signature() {
        return wanted;
    }

    /** Servers started anew so far. */
    public long restarts() {
        return pool.restarts();
    }

    /** Runs something on a freshly reset server of the pool. */
    public Replay replayFresh(History history) {
        return run(history, true);
    }

    private Replay run(History history, boolean fresh) {
        for (int lost = 0; lost < LOST_SERVERS; lost++) {
            PooledServer server = pool.take(fresh);
            boolean reusable = false;
            try {
                Replay replay = replayer.run(server.bench(), history);
                reusable = isHarmless(replay.incident()) && server.canForget(history, replay);
                if (!(replay.incident() instanceof Incident.ServerLost)) {
                    return replay;
                }
            } finally {
                pool.giveBack(server, reusable);
            }
        }
        throw new ServerException("a candidate's server was ended from outside " + LOST_SERVERS
                + " times: look for what ends it (memory, another process), then reduce again");
    }

    /** A wrong answer does its server no harm. */
    private static boolean isHarmless(Incident incident) {
        return incident instanceof Incident.Nothing
                || (incident instanceof Incident.Failure failure
                        && failure.signature().kind().isOfAnswer());
    }

    private Answer judge(Replay replay) {
        return replay.incident() instanceof Incident.Failure failure
                ? failure.signature().equals(wanted) ? Answer.SAME : Answer.DIFFERENT
                : Answer.GONE;
    }

    private static boolean isWithoutEffect(Outcome outcome) {
        return outcome instanceof Outcome.Failed || (outcome instanceof Outcome.TimedOut late && late.killed());
    }

    private static boolean isSlow(Outcome outcome) {
        return outcome.elapsed().compareTo(SLOW) > 0;
    }

    private static Set<Integer> indices(List<Outcome> outcomes, Predicate<Outcome> which) {
        return IntStream.range(0, outcomes.size())
                .filter(i -> which.test(outcomes.get(i)))
                .boxed()
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        pool.close();
    }
}
