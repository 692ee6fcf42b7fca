package dev.mysqlsmith.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where one server keeps its data, socket and log while it runs. The path is short: a socket's path may have 107
 * characters.
 *
 * <p>All folders of a JVM lie in one folder with a lock that the operating system frees when the JVM dies, so that the
 * next JVM can tell what is left over.
 */
record RunFolder(Path path) {

    private static final int LONGEST_SOCKET = 107;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Map<Path, Path> OF_THIS_JVM = new ConcurrentHashMap<>();

    /** Makes one, in memory-backed storage where that has room for {@code bytes}. Clears what dead JVMs left there. */
    static RunFolder create(ServerCache cache, long bytes) {
        List<Path> roots = roots(cache);
        Path root =
                roots.stream().filter(each -> isFit(each, bytes)).findFirst().orElse(roots.get(roots.size() - 1));
        try {
            for (Path each : roots) {
                if (Files.isDirectory(each)) {
                    Leftovers.clear(each);
                }
            }
            Path folder = ofThisJvm(root).resolve(Integer.toString(NEXT.incrementAndGet()));
            Files.createDirectory(folder);
            return new RunFolder(folder);
        } catch (IOException e) {
            throw new ServerException("can't make a folder for a server's data in '" + root + "': " + e, e);
        }
    }

    /** Where run folders may lie, the best place first. */
    private static List<Path> roots(ServerCache cache) {
        String own = "mysqlsmith-" + System.getProperty("user.name", "user");
        return List.of(
                Path.of("/dev/shm", own),
                cache.root().resolve("run"),
                Path.of(System.getProperty("java.io.tmpdir", "/tmp"), own));
    }

    private static boolean isFit(Path root, long bytes) {
        Path there = root;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null
                && Files.isWritable(there)
                && there.toFile().getUsableSpace() > bytes
                && root.resolve("4194304-9/9999/s").toString().length() <= LONGEST_SOCKET;
    }

    Path data() {
        return path.resolve("data");
    }

    Path socket() {
        return path.resolve("s");
    }

    Path pidFile() {
        return path.resolve("pid");
    }

    Path log() {
        return path.resolve("error.log");
    }

    /** For temporary files, and the only place where SELECT ... INTO OUTFILE and LOAD DATA may go. */
    Path files() {
        return path.resolve("tmp");
    }

    /** Makes {@link #data} a fresh copy of the template. */
    void fill(Path template) {
        try {
            Folders.delete(data());
            Folders.delete(files());
            Files.createDirectories(files());
            Folders.copy(template, data());
        } catch (IOException e) {
            throw new ServerException(
                    Folders.isNoSpace(e)
                            ? "no space left in '" + path + "' for a server's data; run fewer workers or free some"
                            : "can't copy '" + template + "' to '" + data() + "': " + e,
                    e);
        }
    }

    void delete() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new ServerException("can't delete '" + path + "': " + e, e);
        }
    }

    private static synchronized Path ofThisJvm(Path root) throws IOException {
        Path known = OF_THIS_JVM.get(root);
        if (known != null && Files.isDirectory(known)) {
            return known;
        }
        if (!Files.isDirectory(root)) {
            Path parent = root.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(root, privately(root));
        }
        Path folder = Leftovers.claim(root);
        OF_THIS_JVM.put(root, folder);
        return folder;
    }

    private static FileAttribute<?>[] privately(Path root) {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
