package dev.mysqlsmith.execute;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks at the deadlines of all open sessions, many times a second, in one thread. */
final class Watchdog {

    private static final long INTERVAL_MILLIS = 20;
    private static final Set<Deadline> WATCHED = ConcurrentHashMap.newKeySet();
    private static final ExecutorService FIRING =
            Executors.newCachedThreadPool(task -> daemon(task, "mysqlsmith-kill-query"));

    static {
        daemon(Watchdog::look, "mysqlsmith-watchdog").start();
    }

    private Watchdog() {}

    static void watch(Deadline deadline) {
        WATCHED.add(deadline);
    }

    static void forget(Deadline deadline) {
        WATCHED.remove(deadline);
    }

    private static void look() {
        while (!Thread.currentThread().isInterrupted()) {
            long now = System.nanoTime();
            for (Deadline deadline : WATCHED) {
                if (deadline.isToFire(now)) {
                    FIRING.execute(deadline::fire);
                }
            }
            try {
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
