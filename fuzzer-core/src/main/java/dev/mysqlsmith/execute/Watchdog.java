package dev.mysqlsmith.execute;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Looks at the deadlines of all open sessions, many times a second, in one thread. */
final class Watchdog {

    private static final long INTERVAL_MILLIS = 20;
    private static final Set<Deadline> WATCHED = ConcurrentHashMap.newKeySet();
    private static final ExecutorService FIRING = Executors.newCachedThreadPool(daemon("mysqlsmith-kill-query"));
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(daemon("mysqlsmith-watchdog"));

    static {
        CLOCK.scheduleWithFixedDelay(Watchdog::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Watchdog() {}

    static void watch(Deadline deadline) {
        WATCHED.add(deadline);
    }

    static void forget(Deadline deadline) {
        WATCHED.remove(deadline);
    }

    private static void look() {
        long now = System.nanoTime();
        for (Deadline deadline : WATCHED) {
            if (deadline.isToFire(now)) {
                FIRING.execute(deadline::fire);
            }
        }
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
