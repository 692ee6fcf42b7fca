package dev.mysqlsmith.server;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks what a server needs to run, and the clients, out of an artifact; tests, documents and static libraries stay behind. */
final class Unpacker {

    private static final Set<String> UNUSED = Set.of(
            "data", "docs", "include", "man", "META-INF", "mysql-test", "run", "sql-bench", "support-files", "var");

    private static final Set<String> PROGRAMS = Set.of(
            "mysqld",
            "mysqld-debug",
            "mariadbd",
            "mysqld.exe",
            "mysql",
            "mysqladmin",
            "mysqldump",
            "mysqltest",
            "mariadb",
            "mariadb-dump",
            "mysql.exe",
            "mysqldump.exe",
            "my_print_defaults",
            "resolveip");

    private final EmbeddedBuild build;
    private final Path target;

    private Unpacker(EmbeddedBuild build, Path target) {
        this.build = build;
        this.target = target;
    }

    /** Unpacks {@code artifact} (zip or jar) so that {@code target} is the base directory. */
    static void unpack(EmbeddedBuild build, Path artifact, Path target) throws IOException {
        Unpacker unpacker = new Unpacker(build, target);
        try (ZipFile zip = ZipFile.builder().setPath(artifact).get()) {
            if (build.innerArchive() == null) {
                unpacker.unpackZip(zip);
            } else {
                unpacker.unpackInner(zip, build.innerArchive());
            }
        }
        if (!Files.isRegularFile(target.resolve(build.binary()))) {
            throw new IOException("'" + artifact + "' has no " + build.binary());
        }
    }

    private void unpackZip(ZipFile zip) throws IOException {
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            Path file = place(entry.getName());
            if (file == null || entry.isDirectory()) {
                continue;
            }
            if (entry.isUnixSymlink()) {
                link(file, zip.getUnixSymlink(entry));
            } else {
                try (InputStream in = zip.getInputStream(entry)) {
                    write(file, in, entry.getUnixMode());
                }
            }
        }
    }

    private void unpackInner(ZipFile zip, String name) throws IOException {
        ZipArchiveEntry inner = zip.getEntry(name);
        if (inner == null) {
            throw new IOException("the artifact has no '" + name + "'");
        }
        try (InputStream raw = new BufferedInputStream(zip.getInputStream(inner));
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        GzipCompressorInputStream.builder()
                                .setInputStream(raw)
                                .setDecompressConcatenated(true)
                                .get(),
                        StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = place(entry.getName());
                if (file == null || entry.isDirectory()) {
                    continue;
                }
                if (entry.isSymbolicLink()) {
                    link(file, entry.getLinkName());
                } else {
                    write(file, new Unclosed(tar), entry.getMode());
                }
            }
        }
    }

    /** Where an entry goes, or null where it is not wanted. */
    private @Nullable Path place(String entryName) throws IOException {
        String prefix = build.folder().isEmpty() ? "" : build.folder() + "/";
        String name = entryName.startsWith("./") ? entryName.substring(2) : entryName;
        if (!name.startsWith(prefix) || !isWanted(name.substring(prefix.length()))) {
            return null;
        }
        Path file = target.resolve(name.substring(prefix.length())).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive's entry '" + entryName + "' would leave its folder");
        }
        return file;
    }

    static boolean isWanted(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return true;
        }
        String folder = name.substring(0, slash);
        String rest = name.substring(slash + 1);
        if (folder.equals("bin")) {
            return PROGRAMS.contains(rest) || rest.contains(".so") || rest.endsWith(".dll") || rest.endsWith(".dylib");
        }
        return !UNUSED.contains(folder)
                && !name.startsWith("lib/mecab/")
                && !name.endsWith(".a")
                && !name.endsWith(".lib")
                && !name.endsWith(".pdb");
    }

    private void write(Path file, InputStream in, int mode) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
        boolean program = file.startsWith(target.resolve("bin")) || file.startsWith(target.resolve("scripts"));
        if ((program || (mode & 0100) != 0) && !file.toFile().setExecutable(true, false)) {
            throw new IOException("can't make '" + file + "' executable");
        }
    }

    /** A link that stays within the base directory; others have no use here. */
    private void link(Path file, String to) throws IOException {
        if (file.resolveSibling(to).normalize().startsWith(target)) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(to));
        }
    }

    /** An entry of a tar is read to its end, not closed: that would close the tar. */
    private static final class Unclosed extends FilterInputStream {
        private Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
