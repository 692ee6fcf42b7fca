package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.verify.ReplaySettings;
import java.util.List;
import java.util.function.Supplier;

/** skeleton */
public final class ServerInterestingness implements Interestingness, AutoCloseable {

    /** Starts the servers; they are closed with this. */
    public ServerInterestingness(
            Supplier<Server> starter, int servers, Signature wanted, ReplaySettings settings) {}

    @Override
    public Answer test(History candidate) {
        throw new UnsupportedOperationException();
    }

    /** Servers started anew so far. */
    public long restarts() {
        throw new UnsupportedOperationException(List.of().toString());
    }

    @Override
    public void close() {}
}
