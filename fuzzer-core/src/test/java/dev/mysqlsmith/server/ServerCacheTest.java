package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCacheTest {

    @TempDir
    Path folder;

    private ServerCache cache;

    @BeforeEach
    void setUp() {
        cache = new ServerCache(folder.resolve("cache"));
    }

    @Test
    void oneMakesAnEntryAndTheOthersWait() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Callable<Path> task = () -> cache.entry(cache.builds(), "b", target -> {
            made.incrementAndGet();
            Thread.yield();
            Files.writeString(target.resolve("file"), "x");
        });
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> entries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                entries.add(pool.submit(task));
            }
            for (Future<Path> entry : entries) {
                assertThat(entry.get().resolve("file")).hasContent("x");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void failureLeavesNoEntry() {
        assertThatThrownBy(() -> cache.entry(cache.builds(), "b", target -> {
                    Files.writeString(target.resolve("half"), "x");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ServerException.class)
                .hasMessageContainingAll("no space left", "builds/b", "MYSQLSMITH_CACHE");
        assertThat(cache.builds().resolve("b")).doesNotExist();
        assertThat(cache.builds().resolve("b.partial")).doesNotExist();
    }

    @Test
    void clearsWhatAKilledRunLeft() throws IOException {
        Path own = Files.createDirectories(cache.builds().resolve("b.partial/bin"));
        Path other = Files.createDirectories(cache.builds().resolve("other.partial/bin"));
        Path busy = Files.createDirectories(cache.builds().resolve("busy.partial/bin"));
        try (FolderLock lock = FolderLock.acquire(cache.builds().resolve("busy.lock"))) {
            Path entry = cache.entry(cache.builds(), "b", target -> Files.writeString(target.resolve("f"), "x"));

            assertThat(entry).isDirectoryContaining("glob:**f");
            assertThat(entry.resolve("bin")).doesNotExist();
            assertThat(own).doesNotExist();
            assertThat(other).doesNotExist();
            assertThat(busy)
                    .as("made right now by the holder of %s", lock.file())
                    .exists();
        }
    }

    @Test
    void saysWhereItCantWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        ServerCache bad = new ServerCache(file);
        assertThatThrownBy(() -> bad.entry(bad.builds(), "b", target -> {}))
                .isInstanceOf(ServerException.class)
                .hasMessageContainingAll(file.toString(), "MYSQLSMITH_CACHE");
    }

    @Test
    void lockIsExclusiveAmongThreads() throws IOException {
        Path file = folder.resolve("lock");
        try (FolderLock held = FolderLock.acquire(file)) {
            assertThat(held.file()).isEqualTo(file);
            assertThat(FolderLock.tryAcquire(file)).isNull();
        }
        try (FolderLock free = FolderLock.tryAcquire(file)) {
            assertThat(free).isNotNull();
        }
    }
}
