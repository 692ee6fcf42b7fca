package dev.mysqlsmith.reduce;

import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.verify.Bench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Servers that are lent to one candidate at a time; those that can't be used again are reset in the background. */
final class ServerPool implements AutoCloseable {
    private final ExecutorService background;
    private final List<PooledServer> ready = new ArrayList<>();
    private final List<Bench> all = new ArrayList<>();
    private final AtomicLong restarts = new AtomicLong();
    private @Nullable RuntimeException fault;
    private int refreshing;
    private boolean alwaysFresh;
    private boolean closed;

    ServerPool(Supplier<Bench> starter, int size) {
        this.background = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "mysqlsmith-pool");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < size; i++) {
            background.execute(() -> guarded(() -> start(starter)));
        }
    }

    long restarts() {
        return restarts.get();
    }

    synchronized boolean isAlwaysFresh() {
        return alwaysFresh;
    }

    /** From now on, no server is used twice without a reset; false where that was so before. */
    synchronized boolean makeAlwaysFresh() {
        boolean before = alwaysFresh;
        alwaysFresh = true;
        return !before;
    }

    /** Waits for a server: a used one where one is there and that will do, so that fresh ones are kept for who needs them. */
    synchronized PooledServer take(boolean fresh) {
        while (true) {
            if (fault != null) {
                throw new ServerException("a server of the reduction can't be had: " + fault.getMessage(), fault);
            }
            PooledServer found = fresh ? freshOne() : anyOne();
            if (found != null) {
                ready.remove(found);
                return found;
            }
            if (fresh && refreshing == 0 && !ready.isEmpty()) {
                refreshInBackground(ready.remove(0));
            }
            await();
        }
    }

    /** Takes a server back. */
    synchronized void giveBack(PooledServer server, boolean reusable) {
        server.used();
        if (reusable && !alwaysFresh) {
            ready.add(server);
            notifyAll();
        } else if (!closed) {
            refreshInBackground(server);
        }
    }

    private void refreshInBackground(PooledServer server) {
        refreshing++;
        background.execute(() -> guarded(() -> refresh(server)));
    }

    private @Nullable PooledServer freshOne() {
        return ready.stream().filter(PooledServer::isFresh).findFirst().orElse(null);
    }

    private @Nullable PooledServer anyOne() {
        return ready.stream()
                .filter(server -> !server.isFresh())
                .findFirst()
                .orElse(ready.isEmpty() ? null : ready.get(0));
    }

    private void start(Supplier<Bench> starter) {
        Bench bench = starter.get();
        synchronized (this) {
            if (closed) {
                bench.close();
                return;
            }
            all.add(bench);
            ready.add(new PooledServer(bench));
            notifyAll();
        }
    }

    private void refresh(PooledServer server) {
        server.reset();
        restarts.incrementAndGet();
        synchronized (this) {
            refreshing--;
            ready.add(server);
            notifyAll();
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            synchronized (this) {
                fault = closed ? fault : e;
                notifyAll();
            }
        }
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while waiting for a server of the reduction", e);
        }
    }

    @Override
    public void close() {
        List<Bench> mine;
        synchronized (this) {
            closed = true;
            mine = List.copyOf(all);
        }
        background.shutdown();
        mine.forEach(Bench::close);
    }
}
