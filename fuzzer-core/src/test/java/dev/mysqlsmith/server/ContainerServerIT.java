package dev.mysqlsmith.server;

import static dev.mysqlsmith.server.EmbeddedServerIT.execute;
import static dev.mysqlsmith.server.EmbeddedServerIT.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Needs a container engine, and the image that MYSQLSMITH_TEST_IMAGE names ({@code mysql:8.0.33} without it). */
class ContainerServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String IMAGE = System.getenv().getOrDefault("MYSQLSMITH_TEST_IMAGE", "mysql:8.0.33");

    private static Server server;

    @BeforeAll
    static void start() {
        assumeThat(DockerClientFactory.instance().isDockerAvailable())
                .as("no container engine answers on this machine")
                .isTrue();
        server = Servers.start(ServerSpec.parse("container:" + IMAGE + "?max-connections=77"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void hasTheOptionsAndElseTheDefaults() throws Exception {
        assertThat(query(server, "SELECT @@max_connections")).isEqualTo("77");
        assertThat(query(server, "SELECT @@sort_buffer_size")).isEqualTo("262144");
        assertThat(server.versionString()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void killRestartAndReset() throws Exception {
        server.reset();
        execute(server, "CREATE DATABASE d");
        server.kill();
        Evidence evidence = server.evidence(PATIENCE);
        assertThat(evidence.alive()).isFalse();
        assertThat(evidence.signal()).isEqualTo(9);
        assertThat(evidence.endedByUs()).isTrue();
        assertThat(evidence.outOfMemory()).isFalse();

        server.restart();
        String databases = "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = 'd'";
        assertThat(query(server, databases)).isEqualTo("1");
        assertThat(server.evidence(Duration.ZERO).log()).contains("ready for connections");

        server.reset();
        assertThat(query(server, databases)).isEqualTo("0");
    }

    @Test
    void crashLeavesItsStack() {
        server.reset();
        DockerClientFactory.instance()
                .client()
                .killContainerCmd(((ContainerServer) server).containerId())
                .withSignal("SEGV")
                .exec();
        Evidence evidence = server.evidence(PATIENCE);
        assertThat(evidence.alive()).isFalse();
        assertThat(evidence.endedByUs()).isFalse();
        assertThat(evidence.log()).contains("mysqld got signal 11");
        server.restart();
        assertThat(server.isAlive()).isTrue();
        assertThat(server.evidence(Duration.ZERO).log()).doesNotContain("got signal");
    }

    @Test
    void badOptionIsReportedInTheServersWords() {
        assertThatThrownBy(() -> Servers.start(ServerSpec.parse("container:" + IMAGE + "?no-such-option=1")))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("no-such-option");
    }
}
