package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {

    @TempDir
    Path folder;

    private Path artifact;
    private Path target;

    @BeforeEach
    void setUp() throws IOException {
        artifact = folder.resolve("artifact.zip");
        target = Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void programsOfAZipCanRunAndTheRestStaysBehind() throws IOException {
        zip(
                "base/bin/mysqld",
                "base/share/english/errmsg.sys",
                "base/mysql-test/t/a.test",
                "base/lib/x.a",
                "base/bin/mysqlbinlog",
                "elsewhere/bin/mysqld");

        Unpacker.unpack(build(null, "base"), artifact, target);

        assertThat(target.resolve("bin/mysqld")).isExecutable().hasContent("base/bin/mysqld");
        assertThat(target.resolve("share/english/errmsg.sys")).exists();
        assertThat(target.resolve("mysql-test")).doesNotExist();
        assertThat(target.resolve("lib")).doesNotExist();
        assertThat(target.resolve("bin/mysqlbinlog")).doesNotExist();
    }

    @Test
    void archiveWithinAJarKeepsLinksThatStayInside() throws IOException {
        jarWithTar();

        Unpacker.unpack(build("server.tar.gz", ""), artifact, target);

        assertThat(target.resolve("bin/mysqld")).isExecutable();
        assertThat(target.resolve("bin/libssl.so.1")).isSymbolicLink().hasContent("./lib/libssl.so.1");
        assertThat(target.resolve("lib/evil.so")).doesNotExist();
    }

    @Test
    void refusesAnEntryThatLeavesItsFolder() throws IOException {
        zip("bin/mysqld", "share/../../evil");
        assertThatThrownBy(() -> Unpacker.unpack(build(null, ""), artifact, target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("share/../../evil");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void refusesAnArtifactWithoutAServer() throws IOException {
        zip("bin/mysql");
        assertThatThrownBy(() -> Unpacker.unpack(build(null, ""), artifact, target))
                .hasMessageContainingAll(artifact.toString(), "bin/mysqld");
    }

    private static EmbeddedBuild build(@Nullable String inner, String base) {
        return new EmbeddedBuild(
                "mysql:1.2.3", new Platform("linux-x86_64"), "g:a:1:zip", inner, base, "bin/mysqld", null);
    }

    private void zip(String... names) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(artifact))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void jarWithTar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            file(tar, "./bin/mysqld", 0644);
            file(tar, "./lib/libssl.so.1", 0644);
            link(tar, "./bin/libssl.so.1", "../lib/libssl.so.1");
            link(tar, "./lib/evil.so", "../../../outside");
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(artifact))) {
            out.putNextEntry(new ZipEntry("server.tar.gz"));
            bytes.writeTo((OutputStream) out);
        }
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        byte[] content = name.getBytes(StandardCharsets.UTF_8);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String to) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(to);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
