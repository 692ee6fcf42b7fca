package dev.mysqlsmith.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptHistoryTest {

    @Test
    void aScriptWithoutADatabaseGetsOne() {
        assertThat(ScriptHistory.of("CREATE TABLE t1 (a INT);\nSELECT 1").statements())
                .containsExactly(
                        "CREATE DATABASE IF NOT EXISTS test", "USE test", "CREATE TABLE t1 (a INT)", "SELECT 1");
    }

    @Test
    void aScriptWithADatabaseStaysAsItIs() {
        assertThat(ScriptHistory.of("CREATE DATABASE d;\n-- mine\nuse d;\nSELECT 1;")
                        .statements())
                .hasSize(3)
                .last()
                .isEqualTo("SELECT 1");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(ScriptHistory.of("-- nothing\n").statements()).isEmpty();
    }
}
