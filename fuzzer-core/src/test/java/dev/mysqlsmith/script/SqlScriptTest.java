package dev.mysqlsmith.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void aScriptWithoutADatabaseGetsOne() {
        assertThat(SqlScript.read("CREATE TABLE t1 (a INT);\nSELECT 1")
                        .history()
                        .statements())
                .containsExactly(
                        "CREATE DATABASE IF NOT EXISTS test", "USE test", "CREATE TABLE t1 (a INT)", "SELECT 1");
    }

    @Test
    void aScriptWithADatabaseStaysAsItIs() {
        assertThat(SqlScript.read("CREATE DATABASE d;\n-- mine\nuse d;\nSELECT 1;")
                        .history()
                        .statements())
                .hasSize(3)
                .last()
                .isEqualTo("SELECT 1");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(SqlScript.read("-- nothing\n").history().statements()).isEmpty();
    }
}
