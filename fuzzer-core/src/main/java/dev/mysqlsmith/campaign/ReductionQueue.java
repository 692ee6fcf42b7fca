package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Finding;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Findings that wait for their reduction, which happens one after the other beside the workers: the shortest history first,
 * so that most are done when the time is short. Thread-safe.
 */
final class ReductionQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReductionQueue.class);
    private static final Duration LEAST = Duration.ofSeconds(30);
    /** For what an interrupted reduction still has to do: confirm the best so far and write it. */
    private static final Duration WRAP_UP = Duration.ofMinutes(2);

    /** Reduces one finding. */
    interface Job {
        /**
         * Reduces it, or leaves it as it is.
         *
         * @param time for the search
         * @param servers how many candidates run at once
         */
        void reduce(Finding finding, Duration time, int servers);
    }

    private final Job job;
    private final Duration time;
    private final AtomicInteger pending = new AtomicInteger();
    private final PriorityBlockingQueue<Finding> waiting = new PriorityBlockingQueue<>(
            11, Comparator.comparingInt(finding -> finding.history().size()));
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread reducer = new Thread(task, "reducer");
        reducer.setDaemon(true);
        return reducer;
    });
    private volatile boolean alone;
    private volatile @Nullable Long endNanos;
    private volatile boolean abandoned;

    ReductionQueue(Job job, Duration time) {
        this.job = job;
        this.time = time;
    }

    void add(Finding finding) {
        pending.incrementAndGet();
        waiting.add(finding);
        thread.execute(this::next);
    }

    /** How many wait or run. */
    int pending() {
        return pending.get();
    }

    /**
     * Waits until all are through, for as long as the grace goes. Called when the workers have stopped, so that a reduction
     * may use their part of the machine.
     *
     * @param goesOn is asked every now and then; when it says no, what runs is cut short and the rest left as it is
     */
    void finish(Duration grace, BooleanSupplier goesOn) throws InterruptedException {
        alone = true;
        endNanos = System.nanoTime() + grace.toNanos();
        thread.shutdown();
        boolean done = false;
        while (!done && goesOn.getAsBoolean() && graceLeft().compareTo(Duration.ZERO) > 0) {
            done = thread.awaitTermination(200, TimeUnit.MILLISECONDS);
        }
        if (!done) {
            LOG.info("{} reductions are cut short or left out", pending());
            abandoned = true;
            thread.shutdownNow();
            thread.awaitTermination(WRAP_UP.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Leaves off at once. */
    @Override
    public void close() {
        abandoned = true;
        thread.shutdownNow();
    }

    private void next() {
        try {
            Finding finding = waiting.poll();
            if (!abandoned && finding != null) {
                job.reduce(finding, timeForOne(), alone ? 2 : 1);
            }
        } finally {
            pending.decrementAndGet();
        }
    }

    private Duration timeForOne() {
        if (endNanos == null) {
            return time;
        }
        Duration share = graceLeft().dividedBy(Math.max(1, pending()));
        Duration most = share.compareTo(LEAST) < 0 ? LEAST : share;
        return most.compareTo(time) < 0 ? most : time;
    }

    private Duration graceLeft() {
        Long end = endNanos;
        return end == null ? Duration.ofDays(1) : Duration.ofNanos(end - System.nanoTime());
    }
}
