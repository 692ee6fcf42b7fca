package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSpecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql:8.0.33",
                "mysql:8.0.33-debug?optimizer_switch=hash_join=off&skip-log-bin",
                "mariadb:10.11.5",
                "container:mysql:8.4",
                "container:registry.example:5000/team/mysql:8.4.2-oracle?sql-mode=",
                "dir:/opt/my%20build%3F?debug&innodb-page-size=4k",
                "dir:/opt/a+b",
                "jdbc:mysql://db.example:3306/?user=u&password=a%26b?c",
            })
    void oneLineReadsBack(String line) {
        ServerSpec spec = ServerSpec.parse(line);
        assertThat(spec).hasToString(line);
        assertThat(ServerSpec.parse(spec.toString())).isEqualTo(spec);
    }

    @Test
    void tellsVersionWhereItIsKnown() {
        assertThat(ServerSpec.parse("mysql:8.0.33-debug").version().orElseThrow())
                .hasToString("8.0.33");
        assertThat(ServerSpec.parse("mariadb:11.4.5").version().orElseThrow().flavour())
                .isEqualTo("mariadb");
        assertThat(ServerSpec.parse("container:mysql:8.4.2").version().orElseThrow())
                .hasToString("8.4.2");
        assertThat(ServerSpec.parse("container:mysql:8.4").version()).isEmpty();
        assertThat(ServerSpec.parse("dir:/opt/mysql-8.0.33").version()).isEmpty();
    }

    @Test
    void readsOptions() {
        ServerSpec spec = ServerSpec.parse("mysql:8.0.12?--sql_mode=A%26B&skip-log-bin");
        assertThat(spec.options())
                .containsExactly(new ServerOption("sql_mode", "A&B"), new ServerOption("skip-log-bin", null));
        assertThat(spec.withOptions(List.of(new ServerOption("x", "1"))))
                .hasToString("mysql:8.0.12?sql_mode=A%26B&skip-log-bin&x=1");
    }

    @Test
    void localBuildIsAbsolute() {
        assertThat(ServerSpec.parse("dir:build/../target").target())
                .isEqualTo(Path.of("target").toAbsolutePath().toString());
        assertThat(ServerSpec.parse("dir:~/build").target()).isEqualTo(System.getProperty("user.home") + "/build");
        assertThat(ServerSpec.parse("dir:/b?debug").debug()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql",
                "mysql:8.0.99",
                "postgres:16",
                "container:",
                "container:A B",
                "dir:",
                "jdbc:postgresql://x",
                "jdbc:mysql://",
                "mysql:8.0.33?=1",
                "mysql:8.0.33?port=3306",
                "mysql:8.0.33?DATADIR=/x"
            })
    void refusesWithTheValueInTheMessage(String line) {
        assertThatThrownBy(() -> ServerSpec.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + line + "'");
    }

    @Test
    void namesTheKnownForms() {
        assertThatThrownBy(() -> ServerSpec.parse("mysql:8.0.99"))
                .hasMessageContainingAll("mysql:8.0.33-debug", "mariadb:11.4.5", "container:", "dir:", "jdbc:mysql:");
    }

    @Test
    void hidesPasswords() {
        assertThat(ServerSpec.parse("jdbc:mysql://h:1/?user=u&password=secret&x=1")
                        .withoutPassword())
                .isEqualTo("jdbc:mysql://h:1/?user=u&password=***&x=1");
        assertThat(ServerSpec.parse("jdbc:mysql://u:secret@h:1/").withoutPassword())
                .doesNotContain("secret");
    }
}
