package dev.mysqlsmith.campaign;

import java.util.concurrent.CountDownLatch;

/** Waiting in tasks that can't throw what is checked. */
final class Latches {
    private Latches() {}

    /** Waits, or returns with the thread interrupted. */
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
