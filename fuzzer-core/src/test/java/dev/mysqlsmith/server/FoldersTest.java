package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void copyHasTheSameBytes() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from/sub/empty"));
        byte[] bytes = new byte[300_000];
        bytes[70_000] = 1; // zeros before, between and at the end
        bytes[200_000] = 2;
        Files.write(from.resolveSibling("data"), bytes);
        Files.write(from.resolveSibling("nothing"), new byte[0]);

        Folders.copy(folder.resolve("from"), folder.resolve("to"));

        assertThat(folder.resolve("to/sub/data")).hasBinaryContent(bytes);
        assertThat(folder.resolve("to/sub/nothing")).isEmptyFile();
        assertThat(folder.resolve("to/sub/empty")).isDirectory();
    }

    @Test
    void deletesAllAndFollowsNoLink() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "x");
        Path gone = Files.createDirectories(folder.resolve("gone/sub"));
        Files.createSymbolicLink(gone.resolve("link"), kept);

        Folders.delete(folder.resolve("gone"));
        Folders.delete(folder.resolve("was never there"));

        assertThat(folder.resolve("gone")).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void knowsAFullDisk() {
        assertThat(Folders.isNoSpace(new IOException("/x: No space left on device")))
                .isTrue();
        assertThat(Folders.isNoSpace(new IOException("Permission denied"))).isFalse();
        assertThat(Folders.isNoSpace(new IOException())).isFalse();
    }
}
