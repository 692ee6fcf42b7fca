package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ServerVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MysqldOptionsTest {

    private static final RunFolder FOLDER = new RunFolder(Path.of("/run/1"));

    @Test
    void noDefaultsIsFirstAndTheUsersOptionsAreLast() {
        List<ServerOption> options = ServerSpec.parse("mysql:8.0.33?innodb_buffer_pool_size=1G&skip-x")
                .options();

        List<String> command = new MysqldOptions(build("8.0.33")).run(FOLDER, 4711, options);

        assertThat(command).startsWith("/base/bin/mysqld", "--no-defaults", "--datadir=/run/1/data");
        assertThat(command).endsWith("--innodb_buffer_pool_size=1G", "--skip-x");
        assertThat(command).contains("--port=4711", "--mysqlx=OFF", "--plugin-dir=/base/plugins");
    }

    @Test
    void optionsFollowTheVersion() {
        assertThat(run("8.0.33")).contains("--innodb-redo-log-capacity=8M").doesNotContain("--innodb-log-file-size=8M");
        assertThat(run("8.0.29")).contains("--innodb-log-file-size=8M", "--skip-log-bin");
        assertThat(run("5.7.22"))
                .contains("--innodb-log-file-size=8M")
                .doesNotContain("--mysqlx=OFF", "--skip-log-bin");
        assertThat(run("11.4.5-MariaDB")).contains("--skip-ssl").doesNotContain("--mysqlx=OFF");
        assertThat(initialise("5.6.14")).contains("--bootstrap");
        assertThat(initialise("5.7.22")).contains("--initialize-insecure");
        assertThat(initialise("10.11.5-MariaDB")).contains("--bootstrap");
    }

    @Test
    void dataIsMadeAnewOnlyForOptionsThatShapeIt() {
        List<ServerOption> options = ServerSpec.parse(
                        "mysql:8.0.33?sql_mode=&innodb_page_size=4k&loose-lower_case_table_names=1")
                .options();
        assertThat(MysqldOptions.shapingData(options))
                .extracting(ServerOption::name)
                .containsExactly("innodb_page_size", "loose-lower_case_table_names");
    }

    private static List<String> run(String version) {
        return new MysqldOptions(build(version)).run(FOLDER, 1, List.of());
    }

    private static List<String> initialise(String version) {
        return new MysqldOptions(build(version)).initialise(FOLDER, List.of());
    }

    private static Basedir build(String version) {
        Path binary = Path.of("/base/bin/mysqld");
        return new Basedir(
                "test",
                ServerVersion.parse(version),
                Path.of("/base"),
                binary,
                binary,
                List.of("--plugin-dir=/base/plugins"),
                List.of(),
                "key");
    }
}
