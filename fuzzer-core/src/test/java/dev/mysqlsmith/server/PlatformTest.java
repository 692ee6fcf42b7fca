package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-aarch64",
        "Mac OS X, x86_64, mac-x86_64",
        "Mac OS X, aarch64, mac-aarch64",
        "Windows 11, amd64, windows-x86",
    })
    void hasABuildOfTheUsualServer(String os, String processor, String name) {
        Platform platform = Platform.of(os, processor);
        assertThat(platform).hasToString(name);
        assertThat(EmbeddedBuild.find("mysql:8.0.33", platform)).isPresent();
    }

    @Test
    void everyBuildHasAVersion() {
        assertThat(EmbeddedBuild.all())
                .isNotEmpty()
                .allSatisfy(build ->
                        assertThat(ServerSpec.parse(build.name()).version()).isPresent());
    }
}
