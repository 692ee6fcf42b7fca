package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import dev.mysqlsmith.reduce.Answer;
import dev.mysqlsmith.reduce.Interestingness;
import dev.mysqlsmith.reduce.Observation;
import dev.mysqlsmith.reduce.ServerInterestingness;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.ReplaySettings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Whether a script still shows one failure, on warm servers that all reducers use in the same way; counts what they run. */
final class ScriptPredicate implements Interestingness, Predicate<String>, AutoCloseable {
    /** How many candidates run at once, with one server more that starts meanwhile. */
    static final int PARALLEL = 2;

    private final ServerInterestingness servers;
    private final AtomicLong executions = new AtomicLong();

    ScriptPredicate(ServerSpec spec, Signature wanted) {
        this.servers = new ServerInterestingness(
                () -> Bench.of(Servers.start(spec)), PARALLEL + 1, wanted, ReplaySettings.defaults());
    }

    /** A text that is no script shows nothing. */
    @Override
    public boolean test(String script) {
        History history;
        try {
            history = read(script);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return !history.steps().isEmpty() && test(history) == Answer.SAME;
    }

    static History read(String script) {
        return History.of(ScriptReader.read(script, Set.of()).stream()
                .map(ScriptStatement::text)
                .toList());
    }

    @Override
    public Answer test(History candidate) {
        executions.incrementAndGet();
        return servers.test(candidate);
    }

    @Override
    public Observation observe(History original) {
        executions.incrementAndGet();
        return servers.observe(original);
    }

    @Override
    public boolean mayVary() {
        return servers.mayVary();
    }

    @Override
    public Answer testAlone(History result) {
        executions.incrementAndGet();
        return servers.testAlone(result);
    }

    @Override
    public boolean tighten() {
        return servers.tighten();
    }

    long executions() {
        return executions.get();
    }

    long restarts() {
        return servers.restarts();
    }

    @Override
    public void close() {
        servers.close();
    }
}
