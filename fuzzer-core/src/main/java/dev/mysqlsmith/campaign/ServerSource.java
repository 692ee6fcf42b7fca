package dev.mysqlsmith.campaign;

import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Servers of one spec; the first of them runs already. Thread-safe. */
final class ServerSource implements AutoCloseable {
    private final ServerSpec spec;
    private final AtomicReference<@Nullable Server> first;

    ServerSource(ServerSpec spec, Server first) {
        this.spec = spec;
        this.first = new AtomicReference<>(first);
    }

    /** The one that runs already, to whoever comes first; then new ones. The caller closes it. */
    Server next() {
        Server running = first.getAndSet(null);
        return running != null ? running : Servers.start(spec);
    }

    /** Closes the first where nobody has come for it. */
    @Override
    public void close() {
        Server unused = first.getAndSet(null);
        if (unused != null) {
            unused.close();
        }
    }
}
