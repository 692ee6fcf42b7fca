package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.SessionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each statement on other servers as well, and compares what they do: one history long. */
public final class DifferentialOracle implements Oracle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DifferentialOracle.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final ExecutorService runners;
    private final List<Lockstep> locksteps;

    public DifferentialOracle(List<? extends Counterpart> counterparts) {
        this.runners = Executors.newFixedThreadPool(counterparts.size(), task -> {
            Thread thread = new Thread(task, "mysqlsmith-counterpart");
            thread.setDaemon(true);
            return thread;
        });
        this.locksteps = counterparts.stream()
                .map(counterpart -> new Lockstep(counterpart, runners))
                .toList();
    }

    @Override
    public String name() {
        return Oracles.DIFFERENTIAL;
    }

    /** @throws SessionException where a driver fails by itself */
    @Override
    public void before(StatementContext context) {
        locksteps.forEach(lockstep -> lockstep.begin(context));
    }

    /** The first difference; else the first reason why nothing can be said. */
    @Override
    public Verdict after(StatementOutcome ran) {
        List<Verdict> verdicts =
                locksteps.stream().map(lockstep -> lockstep.judge(ran)).toList();
        return first(verdicts, Verdict.Suspect.class)
                .or(() -> first(verdicts, Verdict.Inconclusive.class))
                .or(() -> first(verdicts, Verdict.Pass.class))
                .orElseGet(Verdict.Apart::new);
    }

    private static Optional<Verdict> first(List<Verdict> verdicts, Class<? extends Verdict> kind) {
        return verdicts.stream().filter(kind::isInstance).findFirst();
    }

    @Override
    public Optional<String> spent() {
        List<String> reasons = locksteps.stream()
                .map(Lockstep::outOfStep)
                .filter(Objects::nonNull)
                .toList();
        return reasons.size() == locksteps.size() ? Optional.of("out of step: " + reasons.get(0)) : Optional.empty();
    }

    /** How much of {@code statements} was compared with the first counterpart, and why not the others: for people. */
    public String extent(int statements) {
        Lockstep first = locksteps.get(0);
        String rest = first.left(statements).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return first.compared() + " of " + statements + " statements compared"
                + (rest.isEmpty() ? "" : "; not: " + rest);
    }

    /** Waits for what still runs on a counterpart. */
    @Override
    public void close() {
        runners.shutdown();
        try {
            if (!runners.awaitTermination(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a counterpart still runs a statement after {}", LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
