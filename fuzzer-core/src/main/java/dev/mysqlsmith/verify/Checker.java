package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says on which servers a repro shows its failure. */
public final class Checker {
    private static final int LOST_SERVERS = 3;
    private static final Duration DYING = Duration.ofSeconds(60);

    private final Function<ServerSpec, Server> starter;

    /** @param starter starts a server, {@code Servers::start} */
    public Checker(Function<ServerSpec, Server> starter) {
        this.starter = starter;
    }

    /** One result a server, in the order of the request. Never throws for a server that can't be had: its result says so. */
    public List<CheckResult> check(CheckRequest request) {
        List<Server> references = new ArrayList<>();
        String missing = null;
        try {
            request.references().forEach(spec -> references.add(starter.apply(spec)));
        } catch (ServerException | SessionException e) {
            missing = String.valueOf(e.getMessage());
        }
        try {
            List<CheckResult> results = new ArrayList<>();
            for (ServerSpec spec : request.servers()) {
                results.add(
                        missing == null
                                ? check(request, spec, references)
                                : new CheckTally(spec.withoutPassword(), request).couldNotRun(missing));
            }
            return results;
        } finally {
            references.forEach(Server::close);
        }
    }

    private CheckResult check(CheckRequest request, ServerSpec spec, List<Server> references) {
        CheckTally tally = new CheckTally(spec.withoutPassword(), request);
        try (Server server = starter.apply(spec)) {
            tally.version(server.versionString());
            Bench bench = new Bench(server, references);
            Replayer replayer = new Replayer(request.replay());
            int lost = 0;
            while (tally.runs() < request.runs()) {
                if (tally.runs() + lost > 0 || !server.isRestartable() || !references.isEmpty()) {
                    bench.reset();
                }
                Replay replay = replayer.run(bench, request.history());
                Optional<String> unfit = bench.unfitReference(DYING);
                if (unfit.isPresent()) {
                    return tally.couldNotRun(unfit.get() + "; name another one with --against");
                }
                if (replay.incident() instanceof Incident.ServerLost gone) {
                    if (++lost > LOST_SERVERS) {
                        return tally.couldNotRun("the server was lost " + lost + " times: " + gone.reason());
                    }
                } else {
                    tally.count(replay);
                }
            }
            return tally.result();
        } catch (ServerException | SessionException e) {
            return tally.couldNotRun(String.valueOf(e.getMessage()));
        }
    }

    /** The first error of a replay in which no statement was accepted; empty for any other. */
    static String rejection(Replay replay) {
        List<Outcome> outcomes = replay.outcomes();
        boolean allFailed = !outcomes.isEmpty() && outcomes.stream().allMatch(o -> o instanceof Outcome.Failed);
        return allFailed && outcomes.get(0) instanceof Outcome.Failed first
                ? "every statement was rejected, the first with error "
                        + first.error().code() + ": " + first.error().message()
                : "";
    }
}
