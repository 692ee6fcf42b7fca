package dev.mysqlsmith.server;

import static dev.mysqlsmith.server.EmbeddedServerIT.execute;
import static dev.mysqlsmith.server.EmbeddedServerIT.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another server of ours plays the one that already runs. */
class RunningServerIT {

    private Server host;
    private Server running;

    @BeforeEach
    void start() throws Exception {
        host = Servers.start(ServerSpec.parse("mysql:8.0.12"));
        execute(host, "CREATE DATABASE mysqlsmith_old");
        running = Servers.start(ServerSpec.parse(host.endpoint().jdbcUrl()));
    }

    @AfterEach
    void close() {
        running.close();
        host.close();
    }

    @Test
    void dropsOnlyWhatWasMadeMeanwhile() throws Exception {
        execute(running, "CREATE DATABASE mysqlsmith_new");
        execute(running, "CREATE DATABASE theirs");

        running.reset();

        assertThat(
                        query(
                                host,
                                "SELECT GROUP_CONCAT(schema_name ORDER BY 1) FROM information_schema.schemata"
                                        + " WHERE schema_name NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')"))
                .isEqualTo("mysqlsmith_old,theirs");
    }

    @Test
    void isNotOursToEnd() {
        assertThat(running.isRestartable()).isFalse();
        assertThatThrownBy(running::kill).isInstanceOf(ServerException.class).hasMessageContaining("runs by itself");
        assertThatThrownBy(running::restart).isInstanceOf(ServerException.class);
        running.close();
        assertThat(host.isAlive()).isTrue();
    }

    @Test
    void isGoneWhenItCrashedOrWasStartedAgain() throws Exception {
        assertThat(running.evidence(Duration.ofSeconds(5)).alive()).isTrue();
        host.kill();
        assertThat(running.isAlive()).isFalse();
        Evidence evidence = running.evidence(Duration.ofSeconds(5));
        assertThat(evidence.alive()).isFalse();
        assertThat(evidence.exitCode()).isNull();
        assertThat(evidence.endedByUs()).isFalse();
    }

    @Test
    void wrongPasswordAndWrongPortAreTold() throws Exception {
        execute(host, "CREATE USER u@'%' IDENTIFIED WITH mysql_native_password BY 'secret'");
        String right = host.endpoint().jdbcUrl().replace("user=root", "user=u&password=secret");
        Servers.start(ServerSpec.parse(right)).close();
        assertThatThrownBy(() -> Servers.start(ServerSpec.parse(right.replace("secret", "geheim"))))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("refuses the user or the password")
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> Servers.start(ServerSpec.parse("jdbc:mysql://127.0.0.1:9/?user=root")))
                .isInstanceOf(ServerException.class)
                .hasMessageContainingAll("127.0.0.1:9", "nothing answers there");
    }
}
