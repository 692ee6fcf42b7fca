package dev.mysqlsmith.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive lock on a file, among the threads of this JVM and among processes. The operating system takes it back when
 * its holder dies, however it dies.
 */
final class FolderLock implements AutoCloseable {

    /** File locks belong to the process, so threads need a lock of their own before it. */
    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    private final Path file;
    private final Semaphore threads;
    private final FileChannel channel;

    private FolderLock(Path file, Semaphore threads, FileChannel channel) {
        this.file = file;
        this.threads = threads;
        this.channel = channel;
    }

    /** Waits until it is free. */
    static FolderLock acquire(Path file) throws IOException {
        Semaphore threads = threads(file);
        threads.acquireUninterruptibly();
        FolderLock lock = lock(file, threads, true);
        if (lock == null) {
            throw new IOException("no lock on '" + file + "'");
        }
        return lock;
    }

    /** Null where another holds it. */
    static @Nullable FolderLock tryAcquire(Path file) throws IOException {
        Semaphore threads = threads(file);
        return threads.tryAcquire() ? lock(file, threads, false) : null;
    }

    Path file() {
        return file;
    }

    /** Gives it back; the file stays, since deleting it would let two others hold "the same" lock. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            threads.release();
        }
    }

    /** Gives it back and takes the file away; only where nobody waits for it, as under another lock. */
    void closeAndDelete() throws IOException {
        Files.deleteIfExists(file);
        close();
    }

    private static Semaphore threads(Path file) {
        return THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), key -> new Semaphore(1));
    }

    private static @Nullable FolderLock lock(Path file, Semaphore threads, boolean wait) throws IOException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = wait ? channel.lock() : channel.tryLock();
            if (held != null) {
                return new FolderLock(file, threads, channel);
            }
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            threads.release();
            throw e;
        }
        channel.close();
        threads.release();
        return null;
    }
}
