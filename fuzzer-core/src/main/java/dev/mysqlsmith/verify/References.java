package dev.mysqlsmith.verify;

import dev.mysqlsmith.oracle.DifferentialOracle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The references of a bench at work, for one history. */
public final class References implements AutoCloseable {
    private final List<CounterpartSessions> counterparts;
    private final Optional<DifferentialOracle> oracle;

    /** @param timeout of each statement */
    public References(Bench bench, Duration timeout) {
        this.counterparts = bench.references().stream()
                .map(reference -> new CounterpartSessions(reference, timeout))
                .toList();
        this.oracle = counterparts.isEmpty() ? Optional.empty() : Optional.of(new DifferentialOracle(counterparts));
    }

    /** Compares with them; empty where there are none. */
    public Optional<DifferentialOracle> oracle() {
        return oracle;
    }

    @Override
    public void close() {
        oracle.ifPresent(DifferentialOracle::close);
        counterparts.forEach(CounterpartSessions::close);
    }
}
