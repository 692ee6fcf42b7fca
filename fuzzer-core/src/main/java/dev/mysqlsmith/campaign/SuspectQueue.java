package dev.mysqlsmith.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Suspects that are looked into one after the other beside the workers. Few may wait: whoever finds it full looks into its
 * own, so that a campaign that finds more than can be looked into does not run ahead of it. Thread-safe.
 */
final class SuspectQueue implements AutoCloseable {
    private static final int MOST_WAITING = 2;
    private static final int MILLIS_BETWEEN_LOOKS = 200;

    private final AtomicInteger pending = new AtomicInteger();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), SuspectQueue::daemon);

    /**
     * Takes one; false where too many wait.
     *
     * @param look looks into it, and throws nothing
     */
    boolean offer(Runnable look) {
        pending.incrementAndGet();
        try {
            thread.execute(() -> {
                try {
                    look.run();
                } finally {
                    pending.decrementAndGet();
                }
            });
            return true;
        } catch (RejectedExecutionException full) {
            pending.decrementAndGet();
            return false;
        }
    }

    /** How many wait or are looked into. */
    int pending() {
        return pending.get();
    }

    /**
     * Waits until all are through. Takes none from now on.
     *
     * @param goesOn is asked every now and then; when it says no, those that wait are left out
     * @return how many were left out
     */
    int finish(BooleanSupplier goesOn) throws InterruptedException {
        thread.shutdown();
        List<Runnable> leftOut = new ArrayList<>();
        while (!thread.awaitTermination(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            if (!goesOn.getAsBoolean()) {
                pending.addAndGet(-thread.getQueue().drainTo(leftOut));
            }
        }
        return leftOut.size();
    }

    /** Leaves off at once. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread confirmer = new Thread(task, "confirmer");
        confirmer.setDaemon(true);
        return confirmer;
    }
}
