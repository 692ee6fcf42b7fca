package dev.mysqlsmith.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders whose JVM died without tidying up, and the servers that it left running. */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final String OWNER = ".owner";
    private static final String GUARD = ".lock";

    /** Locks of this JVM's own folders, held until it ends. */
    private static final Set<FolderLock> HELD = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::endAll, "mysqlsmith-shutdown"));
    }

    private Leftovers() {}

    /** A new folder in {@code root} that is ours until this JVM ends; all others can tell by its lock. */
    static Path claim(Path root) throws IOException {
        try (FolderLock guard = FolderLock.acquire(root.resolve(GUARD))) {
            for (int i = 0; ; i++) {
                Path folder =
                        guard.file().resolveSibling(ProcessHandle.current().pid() + (i == 0 ? "" : "-" + i));
                if (Files.exists(folder)) {
                    continue;
                }
                FolderLock lock = FolderLock.acquire(owner(folder));
                Files.createDirectory(folder);
                HELD.add(lock);
                return folder;
            }
        }
    }

    /** Deletes the folders of dead JVMs, after ending the servers that run on them. */
    static void clear(Path root) throws IOException {
        try (FolderLock guard = FolderLock.acquire(root.resolve(GUARD));
                DirectoryStream<Path> folders =
                        Files.newDirectoryStream(guard.file().resolveSibling(""), Files::isDirectory)) {
            for (Path folder : folders) {
                FolderLock lock = FolderLock.tryAcquire(owner(folder));
                if (lock != null) {
                    endServers(folder);
                    Folders.delete(folder);
                    lock.closeAndDelete();
                }
            }
        }
    }

    /** Whether a server runs whose command line names that folder. */
    static boolean isInUse(Path folder) {
        String mark = "=" + folder + "/";
        return ProcessHandle.allProcesses()
                .anyMatch(handle -> commandLine(handle).contains("--datadir=")
                        && commandLine(handle).contains(mark));
    }

    /** This JVM ends in good order: so do its servers, and nothing is left over. */
    private static void endAll() {
        try {
            ServerProcess.killAll();
        } catch (ServerException e) {
            LOG.warn("{}", e.getMessage());
        }
        for (FolderLock lock : HELD) {
            try {
                String name = lock.file().getFileName().toString();
                Folders.delete(lock.file().resolveSibling(name.substring(0, name.length() - OWNER.length())));
                lock.closeAndDelete();
            } catch (IOException e) {
                LOG.debug("left for the next start: {}", lock.file(), e);
            }
        }
    }

    private static Path owner(Path folder) {
        return folder.resolveSibling(folder.getFileName() + OWNER);
    }

    /** Only processes whose command line names a data directory in that folder: those that we started on it. */
    private static void endServers(Path folder) {
        String mark = "--datadir=" + folder + "/";
        ProcessHandle.allProcesses()
                .filter(handle -> commandLine(handle).contains(mark))
                .forEach(handle -> {
                    LOG.info("ending process {}, left by a JVM that died, on {}", handle.pid(), folder);
                    end(handle);
                });
    }

    private static void end(ProcessHandle handle) {
        handle.destroyForcibly();
        try {
            handle.onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServerException("process " + handle.pid() + ", left by an earlier run, does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String commandLine(ProcessHandle handle) {
        Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        try {
            return Files.isReadable(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ')
                    : handle.info().commandLine().orElse("");
        } catch (IOException e) {
            return ""; // it ended meanwhile
        }
    }
}
