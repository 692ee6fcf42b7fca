package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.finding.TestFindings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReductionQueueTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void reducesAllOneAfterTheOther() throws InterruptedException {
        List<String> reduced = new CopyOnWriteArrayList<>();
        try (ReductionQueue queue = new ReductionQueue(
                (finding, time, servers) -> reduced.add(finding.signature().text()), LONG)) {
            queue.add(finding("a"));
            queue.add(finding("b"));
            queue.finish(LONG, () -> true);
            assertThat(reduced).containsExactly("a", "b");
            assertThat(queue.pending()).isZero();
        }
    }

    @Test
    void takesTheShortestHistoryFirst() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> reduced = new CopyOnWriteArrayList<>();
        ReductionQueue.Job job = (finding, time, servers) -> {
            Latches.await(goOn);
            reduced.add(finding.signature().text());
        };
        try (ReductionQueue queue = new ReductionQueue(job, LONG)) {
            queue.add(finding("first", 1));
            sleep(200);
            queue.add(finding("long", 50));
            queue.add(finding("short", 5));
            goOn.countDown();
            queue.finish(LONG, () -> true);
            assertThat(reduced).containsExactly("first", "short", "long");
        }
    }

    @Test
    void sharesTheGraceWhenTheWorkersAreDone() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Duration> times = new CopyOnWriteArrayList<>();
        List<Integer> servers = new CopyOnWriteArrayList<>();
        ReductionQueue.Job job = (finding, time, count) -> {
            times.add(time);
            servers.add(count);
            begun.countDown();
            Latches.await(goOn);
        };
        try (ReductionQueue queue = new ReductionQueue(job, LONG)) {
            queue.add(finding("a"));
            queue.add(finding("b"));
            queue.add(finding("c"));
            begun.await();
            Thread release = new Thread(() -> {
                sleep(300);
                goOn.countDown();
            });
            release.start();
            queue.finish(Duration.ofMinutes(4), () -> true);
            release.join();
            assertThat(times.get(0)).isEqualTo(LONG);
            assertThat(times.get(1)).isLessThanOrEqualTo(Duration.ofMinutes(2));
            assertThat(servers).containsExactly(1, 2, 2);
        }
    }

    @Test
    void cutsShortWhatRunsAndLeavesTheRestWhenItIsToStop() throws InterruptedException {
        List<String> begun = new CopyOnWriteArrayList<>();
        List<String> interrupted = new CopyOnWriteArrayList<>();
        ReductionQueue.Job job = (finding, time, servers) -> {
            begun.add(finding.signature().text());
            try {
                Thread.sleep(LONG.toMillis());
            } catch (InterruptedException e) {
                interrupted.add(finding.signature().text());
            }
        };
        try (ReductionQueue queue = new ReductionQueue(job, LONG)) {
            queue.add(finding("a"));
            queue.add(finding("b"));
            while (begun.isEmpty()) {
                sleep(10);
            }
            queue.finish(LONG, () -> false);
            assertThat(begun).containsExactly("a");
            assertThat(interrupted).containsExactly("a");
        }
    }

    @Test
    void aFaultOfTheJobDoesNotKeepItFromTheNext() throws InterruptedException {
        List<String> reduced = new CopyOnWriteArrayList<>();
        ReductionQueue.Job job = (finding, time, servers) -> {
            reduced.add(finding.signature().text());
            if (reduced.size() == 1) {
                throw new IllegalStateException("planted");
            }
        };
        try (ReductionQueue queue = new ReductionQueue(job, LONG)) {
            queue.add(finding("a"));
            queue.add(finding("b"));
            queue.finish(LONG, () -> true);
            assertThat(reduced).containsExactly("a", "b");
            assertThat(queue.pending()).isZero();
        }
    }

    private static Finding finding(String text) {
        return finding(text, 1);
    }

    private static Finding finding(String text, int statements) {
        return TestFindings.confirmed(
                new Signature(Kind.CRASH, text), History.of(java.util.Collections.nCopies(statements, "SELECT 1")));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
