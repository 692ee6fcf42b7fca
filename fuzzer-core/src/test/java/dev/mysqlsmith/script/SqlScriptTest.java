package dev.mysqlsmith.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.finding.Step;
import java.util.List;
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
    void theMarkOfTheBinaryProtocolIsPartOfItsStatement() {
        History history = History.of(List.of(
                "CREATE DATABASE d", "USE d", BinaryProtocol.marked("SELECT 1"), BinaryProtocol.marked("DO 2")));
        assertThat(SqlScript.read(ReproScript.forClient(history)).history()).isEqualTo(history);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(SqlScript.read("-- nothing\n").history().statements()).isEmpty();
    }

    @Test
    void sessionsAreThoseThatWereWritten() {
        History history = new History(List.of(
                new Step(0, "CREATE DATABASE d"),
                new Step(1, "USE d"),
                new Step(1, "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END"),
                new Step(0, "SELECT '\n-- session 3\n'"),
                new Step(2, "SELECT 4")));

        assertThat(SqlScript.read(ReproScript.forClient(history)).history()).isEqualTo(history);
    }

    @Test
    void eachSessionGetsTheDatabaseAndKeepsOtherComments() {
        assertThat(SqlScript.read("SELECT 1;\n# why\n-- session b\nSELECT 2;\n-- session 0\nSELECT 3")
                        .history())
                .isEqualTo(new History(List.of(
                        new Step(0, "CREATE DATABASE IF NOT EXISTS test"),
                        new Step(0, "USE test"),
                        new Step(1, "CREATE DATABASE IF NOT EXISTS test"),
                        new Step(1, "USE test"),
                        new Step(0, "SELECT 1"),
                        new Step(1, "# why\nSELECT 2"),
                        new Step(0, "SELECT 3"))));
    }
}
