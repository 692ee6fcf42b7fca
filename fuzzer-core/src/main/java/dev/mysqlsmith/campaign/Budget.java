package dev.mysqlsmith.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the workers stop: the time is over, or somebody asked for it. Thread-safe. */
final class Budget {
    private final Duration before;
    private final @Nullable Duration duration;
    private volatile long start = System.nanoTime();
    private volatile boolean stopped;

    /** @param before how long an earlier run of the same campaign has worked */
    Budget(@Nullable Duration duration, Duration before) {
        this.duration = duration;
        this.before = before;
    }

    /** The time counts from now on: fetching the server does not count. */
    void begin() {
        start = System.nanoTime();
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
