package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SuspectQueueTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void looksIntoAllOneAfterTheOther() throws InterruptedException {
        try (SuspectQueue queue = new SuspectQueue()) {
            assertThat(queue.offer(this::waitForIt)).isTrue();
            begun.await();
            assertThat(queue.offer(() -> seen.add("second"))).isTrue();
            assertThat(queue.pending()).isEqualTo(2);
            assertThat(seen).isEmpty();
            goOn.countDown();
            assertThat(queue.finish(() -> true)).isZero();
            assertThat(seen).containsExactly("first", "second");
            assertThat(queue.pending()).isZero();
        }
    }

    @Test
    void takesNoMoreThanAFew() throws InterruptedException {
        try (SuspectQueue queue = new SuspectQueue()) {
            queue.offer(this::waitForIt);
            begun.await();
            assertThat(queue.offer(() -> seen.add("second"))).isTrue();
            assertThat(queue.offer(() -> seen.add("third"))).isTrue();
            assertThat(queue.offer(() -> seen.add("fourth"))).isFalse();
            goOn.countDown();
            queue.finish(() -> true);
            assertThat(seen).containsExactly("first", "second", "third");
        }
    }

    @Test
    void aStopEndsTheOneThatRunsAndLeavesTheOthersOut() throws InterruptedException {
        try (SuspectQueue queue = new SuspectQueue()) {
            queue.offer(this::waitForIt);
            begun.await();
            queue.offer(() -> seen.add("second"));
            Thread release = new Thread(() -> {
                while (queue.pending() > 1) {
                    Thread.onSpinWait();
                }
                goOn.countDown();
            });
            release.start();
            assertThat(queue.finish(() -> false)).isEqualTo(1);
            release.join();
            assertThat(seen).containsExactly("first");
        }
    }

    private void waitForIt() {
        begun.countDown();
        Latches.await(goOn);
        seen.add("first");
    }
}
