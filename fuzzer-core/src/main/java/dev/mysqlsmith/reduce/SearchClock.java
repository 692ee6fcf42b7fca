package dev.mysqlsmith.reduce;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts executions and time of a search, and says when they are used up. */
final class SearchClock {
    private final ReduceBudget budget;
    private final ReduceListener listener;
    private final long start = System.nanoTime();
    private final AtomicLong executions = new AtomicLong();
    private volatile boolean stopped;

    SearchClock(ReduceBudget budget, ReduceListener listener) {
        this.budget = budget;
        this.listener = listener;
    }

    void countExecution() {
        executions.incrementAndGet();
    }

    long executions() {
        return executions.get();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void stop() {
        stopped = true;
    }

    boolean isOver() {
        return stopped
                || Thread.currentThread().isInterrupted()
                || executions.get() >= budget.executions()
                || elapsed().compareTo(budget.time()) >= 0;
    }

    void progress(String pass, Script best) {
        Duration elapsed = elapsed();
        Duration left = budget.time().minus(elapsed);
        listener.progress(new ReduceProgress(
                pass, best.size(), best.tokens(), executions(), elapsed, left.isNegative() ? Duration.ZERO : left));
    }
}
