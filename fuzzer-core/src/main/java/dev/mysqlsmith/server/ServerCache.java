package dev.mysqlsmith.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder where fetched builds, libraries and templates of data directories are kept: {@code ~/.cache/mysqlsmith}, or
 * what {@code MYSQLSMITH_CACHE} names. An entry is whole or absent: it is made beside its place and renamed.
 */
record ServerCache(Path root) {

    private static final String PARTIAL = ".partial";
    private static final String LOCK = ".lock";

    /** Makes an entry in the folder given, which exists and is empty. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    static ServerCache ofUser() {
        String moved = System.getenv("MYSQLSMITH_CACHE");
        return new ServerCache(
                moved == null || moved.isBlank()
                        ? Path.of(System.getProperty("user.home", "."), ".cache", "mysqlsmith")
                        : Path.of(moved).toAbsolutePath());
    }

    Path builds() {
        return root.resolve("builds");
    }

    Path templates() {
        return root.resolve("templates");
    }

    Path libraries() {
        return root.resolve("libraries");
    }

    /** The entry {@code name} in {@code group}, made by {@code maker} if it is not there; one JVM makes it, others wait. */
    Path entry(Path group, String name, Maker maker) {
        Path entry = group.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        create(group);
        try (FolderLock lock = FolderLock.acquire(group.resolve(name + LOCK))) {
            if (!Files.isDirectory(entry)) {
                clearPartials(group, lock);
                make(entry, maker);
            }
            return entry;
        } catch (IOException e) {
            throw failure(entry, e);
        }
    }

    /** Removes everything but the folders of servers that run; refuses while one runs that was started from here. */
    void clean() {
        try {
            if (Files.isDirectory(root) && Leftovers.isInUse(root)) {
                throw new ServerException("the cache '" + root + "' is in use by servers that run; end them first");
            }
            for (Path group : List.of(builds(), templates(), libraries())) {
                Folders.delete(group);
            }
        } catch (IOException e) {
            throw new ServerException("can't empty the cache '" + root + "': " + e.getMessage(), e);
        }
    }

    private void make(Path entry, Maker maker) throws IOException {
        Path partial = entry.resolveSibling(entry.getFileName() + PARTIAL);
        Folders.delete(partial);
        try {
            Files.createDirectories(partial);
            maker.make(partial);
            Files.move(partial, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(partial, e);
            throw e;
        }
    }

    /** What a killed JVM left half made: the leftovers whose maker holds no lock any more. */
    private static void clearPartials(Path group, FolderLock own) throws IOException {
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(group, "*" + PARTIAL)) {
            for (Path partial : partials) {
                String name = partial.getFileName().toString();
                Path lockFile = group.resolve(name.substring(0, name.length() - PARTIAL.length()) + LOCK);
                if (lockFile.equals(own.file())) {
                    continue;
                }
                try (@Nullable FolderLock lock = FolderLock.tryAcquire(lockFile)) {
                    if (lock != null) {
                        Folders.delete(partial);
                    }
                }
            }
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ServerException(
                    "can't make the cache folder '" + folder + "': " + e
                            + "; set MYSQLSMITH_CACHE to a folder that can be written",
                    e);
        }
    }

    private static void deleteQuietly(Path folder, Exception cause) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private ServerException failure(Path entry, IOException e) {
        boolean full = Folders.isNoSpace(e) || root.toFile().getUsableSpace() < 1 << 20;
        return new ServerException(
                full
                        ? "no space left for '" + entry + "'; free some, or set MYSQLSMITH_CACHE to a folder with room"
                        : "can't make '" + entry + "': " + (e.getMessage() == null ? e : e.getMessage()),
                e);
    }
}
