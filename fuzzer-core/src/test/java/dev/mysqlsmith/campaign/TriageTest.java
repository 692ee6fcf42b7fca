package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.FakeServer;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.report.StatisticsSnapshot;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.verify.Bench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TriageTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final FakeServer workers = FakeServer.healthy();
    private final FakeServer beside = FakeServer.healthy();
    private final Statistics statistics = new Statistics();
    private final List<Finding> told = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<Finding> reduced = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ReductionQueue reductions =
            new ReductionQueue((finding, time, servers) -> reduced.add(finding), LONG);
    private FindingStore store;

    @BeforeEach
    void open() {
        store = new FindingStore(folder);
    }

    @Test
    void aWorkerGoesOnWhileItsSuspectIsConfirmed() throws InterruptedException {
        try (Triage triage = triage((benches, finding, suspect) -> {
            assertThat(benches.get().server()).isSameAs(beside);
            await();
            return confirmed(finding);
        })) {
            triage.accept(Bench.of(workers), suspect("a"));
            begun.await();
            assertThat(status("a")).as("saved before it is confirmed").isEqualTo(Finding.Status.FLAKY);
            assertThat(triage.pending()).isEqualTo(1);
            assertThat(told).isEmpty();

            triage.accept(Bench.of(workers), suspect("a"));
            assertThat(triage.pending()).as("the same is not looked into again").isEqualTo(1);

            goOn.countDown();
            triage.finish(() -> true);
            reductions.finish(LONG, () -> true);
        }
        assertThat(status("a")).isEqualTo(Finding.Status.CONFIRMED);
        assertThat(find("a").duplicates()).isEqualTo(1);
        assertThat(told).extracting(Finding::status).containsExactly(Finding.Status.CONFIRMED);
        assertThat(reduced)
                .extracting(Finding::id)
                .containsExactly(signature("a").id());
        assertThat(beside.isClosed()).isTrue();
        assertThat(workers.isClosed()).isFalse();
        assertThat(snapshot().findings()).containsEntry("crash", 1L);
    }

    @Test
    void aWorkerLooksIntoItsOwnWhereTooManyWait() throws InterruptedException {
        List<Object> servers = new CopyOnWriteArrayList<>();
        try (Triage triage = triage((benches, finding, suspect) -> {
            servers.add(benches.get().server());
            if (finding.signature().equals(signature("a"))) {
                await();
            }
            return confirmed(finding);
        })) {
            triage.accept(Bench.of(workers), suspect("a"));
            begun.await();
            triage.accept(Bench.of(workers), suspect("b"));
            triage.accept(Bench.of(workers), suspect("c"));
            triage.accept(Bench.of(workers), suspect("d"));
            assertThat(servers).containsExactly(beside, workers);
            assertThat(status("d")).isEqualTo(Finding.Status.CONFIRMED);
            goOn.countDown();
            triage.finish(() -> true);
        }
        assertThat(servers).containsExactly(beside, workers, beside, beside);
        assertThat(store.all()).extracting(Finding::status).containsOnly(Finding.Status.CONFIRMED);
    }

    @Test
    void whatWaitsWhenItIsStoppedStaysFlaky() throws InterruptedException {
        try (Triage triage = triage((benches, finding, suspect) -> {
            await();
            return confirmed(finding);
        })) {
            triage.accept(Bench.of(workers), suspect("a"));
            begun.await();
            triage.accept(Bench.of(workers), suspect("b"));
            triage.finish(() -> {
                goOn.countDown();
                return false;
            });
        }
        assertThat(status("a")).isEqualTo(Finding.Status.CONFIRMED);
        assertThat(status("b")).isEqualTo(Finding.Status.FLAKY);
        assertThat(snapshot().skips()).containsEntry("not confirmed: stopped", 1L);
    }

    @Test
    void whatDoesNotComeBackIsTriedThreeTimes() throws InterruptedException {
        AtomicInteger trials = new AtomicInteger();
        try (Triage triage = triage((benches, finding, suspect) -> {
            trials.incrementAndGet();
            return finding;
        })) {
            for (int met = 1; met <= 5; met++) {
                triage.accept(Bench.of(workers), suspect("a"));
                while (triage.pending() > 0) {
                    Thread.sleep(1);
                }
                assertThat(trials.get()).isEqualTo(Math.min(met, 3));
            }
        }
        assertThat(find("a").duplicates()).isEqualTo(4);
        assertThat(reduced).isEmpty();
    }

    @Test
    void aFaultIsCountedAndCostsOnlyItsSuspect() throws InterruptedException {
        try (Triage triage = triage((benches, finding, suspect) -> {
            if (finding.signature().equals(signature("a"))) {
                throw new IllegalStateException("a planted fault");
            }
            return confirmed(finding);
        })) {
            triage.accept(Bench.of(workers), suspect("a"));
            triage.accept(Bench.of(workers), suspect("b"));
            triage.finish(() -> true);
        }
        assertThat(status("a")).isEqualTo(Finding.Status.FLAKY);
        assertThat(status("b")).isEqualTo(Finding.Status.CONFIRMED);
        assertThat(snapshot().skips()).containsEntry(Statistics.FAULT + "IllegalStateException", 1L);
    }

    @Test
    void aServerThatCannotBeResetIsReplaced() throws InterruptedException {
        List<FakeServer> servers = new CopyOnWriteArrayList<>();
        try (Triage triage = triage(
                (benches, finding, suspect) -> {
                    assertThat(benches.get().server()).isNotNull();
                    if (finding.signature().equals(signature("a"))) {
                        throw new ServerException("the disk is full");
                    }
                    return confirmed(finding);
                },
                () -> {
                    servers.add(FakeServer.healthy());
                    return Bench.of(servers.get(servers.size() - 1));
                })) {
            triage.accept(Bench.of(workers), suspect("a"));
            triage.accept(Bench.of(workers), suspect("b"));
            triage.accept(Bench.of(workers), suspect("c"));
            triage.finish(() -> true);
        }
        assertThat(servers).hasSize(2).allMatch(FakeServer::isClosed);
        assertThat(workers.isClosed()).isFalse();
        assertThat(status("a")).isEqualTo(Finding.Status.FLAKY);
        assertThat(status("b")).isEqualTo(Finding.Status.CONFIRMED);
        assertThat(status("c")).isEqualTo(Finding.Status.CONFIRMED);
        assertThat(told).hasSize(3);
        assertThat(warnings).singleElement().asString().contains("the disk is full");
        assertThat(snapshot().skips()).containsEntry("not confirmed: the server failed", 1L);
    }

    private Triage triage(Triage.Trial trial) {
        return triage(trial, () -> Bench.of(beside));
    }

    private Triage triage(Triage.Trial trial, Supplier<Bench> benches) {
        CampaignListener listener = new CampaignListener() {
            @Override
            public void found(Finding finding, Path place) {
                told.add(finding);
            }

            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        };
        return new Triage(
                CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), folder),
                store,
                trial,
                statistics,
                listener,
                reductions,
                benches);
    }

    private static Signature signature(String what) {
        return new Signature(Kind.CRASH, what);
    }

    private static Suspect suspect(String what) {
        Incident.Failure failure = new Incident.Failure(signature(what), "");
        return new Suspect(failure, "crash", List.of("SELECT 1"), List.of("SELECT 1"), "");
    }

    private static Finding confirmed(Finding finding) {
        return finding.withConfirmation(Finding.Status.CONFIRMED, 1, "");
    }

    private Finding find(String what) {
        return store.find(signature(what)).orElseThrow();
    }

    private Finding.Status status(String what) {
        return find(what).status();
    }

    private StatisticsSnapshot snapshot() {
        return statistics.snapshot(Duration.ofSeconds(1));
    }

    private void await() {
        begun.countDown();
        Latches.await(goOn);
    }
}
