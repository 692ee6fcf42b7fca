package dev.mysqlsmith.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the workers stop: the time is over, or somebody asked for it. */
final class Budget {
    private final long start = System.nanoTime();
    private final Duration before;
    private final @Nullable Duration duration;
    private volatile boolean stopped;

    /** @param before how long an earlier run of the same campaign has worked */
    Budget(@Nullable Duration duration, Duration before) {
        this.duration = duration;
        this.before = before;
    }

    boolean goesOn() {
        return !stopped && (duration == null || elapsed().compareTo(duration) < 0);
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    Duration elapsed() {
        return before.plusNanos(System.nanoTime() - start);
    }

    /** Null where there is no limit of time. */
    @Nullable
    Duration left() {
        Duration left = duration == null ? null : duration.minus(elapsed());
        return left != null && left.isNegative() ? Duration.ZERO : left;
    }
}
