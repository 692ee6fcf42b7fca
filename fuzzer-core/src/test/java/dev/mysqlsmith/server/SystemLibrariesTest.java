package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemLibrariesTest {

    @Test
    void nothingLacksForAProgramOfThisMachine() {
        assertThat(SystemLibraries.missing(
                        ProcessHandle.current().info().command().map(Path::of).orElseThrow(), List.of()))
                .isEmpty();
    }

    @Test
    void aScriptIsNotAskedForItsLibraries(@TempDir Path folder) throws IOException {
        Path trap = folder.resolve("trap");
        Path script = Files.writeString(folder.resolve("mysqld"), "#!/bin/sh\ntouch '" + trap + "'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        assertThat(SystemLibraries.missing(script, List.of())).isEmpty();
        assertThat(trap).doesNotExist();
    }

    @Test
    void advicePackagesByDistribution() {
        assertThat(SystemPackage.advice(List.of("libaio.so.1", "libnuma.so.1")))
                .contains("libaio1 (or libaio1t64) libnuma1", "dnf install libaio numactl-libs");
        assertThat(SystemPackage.advice(List.of("libaio.so.1", "libodd.so.7"))).contains("libodd.so.7");
    }
}
