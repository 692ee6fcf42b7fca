package dev.mysqlsmith.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The logs are what servers wrote: two clients, stored programs, both kinds of prepared statements. */
class GeneralLogTest {

    @Test
    void connectionsAreSessionsAndKeepTheirInterleaving() throws IOException {
        ScriptInput input = read("general-8.0.33.log");

        assertThat(input.format()).isEqualTo(ScriptFormat.GENERAL_LOG);
        assertThat(from(input, "CREATE DATABASE shop", "Quit"))
                .startsWith(
                        new Step(2, "CREATE DATABASE shop"),
                        new Step(2, "SELECT DATABASE()"),
                        new Step(2, "USE shop"),
                        new Step(2, "CREATE TABLE t1 (a INT PRIMARY KEY,\n  b VARCHAR(20) \n)"))
                .containsSubsequence(
                        new Step(2, "CALL p1(3)"),
                        new Step(3, "USE shop"),
                        new Step(3, "BEGIN"),
                        new Step(3, "INSERT INTO t1 VALUES (10, 'ten')"),
                        new Step(2, "SELECT f1(a) FROM t1"),
                        new Step(3, "DELETE FROM t1 WHERE a = 3"),
                        new Step(2, "INSERT INTO t1 VALUES (4, 'tab\tand\nnewline')"),
                        new Step(3, "ROLLBACK"),
                        new Step(2, "SELECT COUNT(*) FROM t1"));
        assertThat(input.history().steps()).contains(new Step(3, "USE mysql"));
    }

    @Test
    void preparedStatementsAreSentOnceHoweverTheyCame() throws IOException {
        List<String> statements = read("general-8.0.33.log").history().statements();

        assertThat(statements)
                .containsSubsequence(
                        "PREPARE s FROM 'SELECT * FROM t1 WHERE a = ?'",
                        "SET @a = 3",
                        "EXECUTE s USING @a",
                        "DEALLOCATE PREPARE s",
                        BinaryProtocol.marked("INSERT INTO t1 VALUES (20, 'it\\'s')"),
                        BinaryProtocol.marked("INSERT INTO t1 VALUES (21, 'it\\'s')"),
                        "SELECT 1",
                        "SELECT 2")
                .doesNotContain("SELECT * FROM t1 WHERE a = 3", "INSERT INTO t1 VALUES (?, ?)");
    }

    @Test
    void whatProgramsRunIsLeftToTheirCallersAndCounted() throws IOException {
        ScriptInput input = read("general-8.0.33.log");

        assertThat(input.history().statements()).doesNotContain("SET @q = n", "SET @d = OLD.a");
        assertThat(input.leftOut())
                .containsEntry("statement of a stored program, which its caller runs", 6)
                .containsEntry("statement that is not UTF-8", 1)
                .hasSize(2);
    }

    @Test
    void theOlderFormIsReadToo() throws IOException {
        ScriptInput input = read("general-5.6.14.log");

        assertThat(input.leftOut()).isEmpty();
        assertThat(from(input, "CREATE DATABASE shop", "Quit"))
                .filteredOn(step -> !step.sql().startsWith("SELECT @@"))
                .containsExactly(
                        new Step(0, "CREATE DATABASE shop"),
                        new Step(0, "USE shop"),
                        new Step(0, "CREATE TABLE t1 (a INT)"),
                        new Step(0, "INSERT INTO t1\nVALUES (1),\n(2)"),
                        new Step(0, "PREPARE s FROM 'SELECT ''1'' FROM t1'"),
                        new Step(0, "EXECUTE s"),
                        new Step(1, "USE `shop`"),
                        new Step(1, "DROP TABLE t1"));
    }

    @Test
    void anotherStartOfTheServerEndsAllConnections() {
        ScriptInput input = GeneralLog.read("""
                mysqld, Version: 8.0.33 (x). started with:
                Tcp port: 1  Unix socket: s
                Time                 Id Command    Argument
                2026-01-01T00:00:00.000001Z\t    8 Connect\troot@localhost on a-b using Socket
                2026-01-01T00:00:00.000001Z\t    8 Query\tLOCK TABLES t WRITE
                mysqld, Version: 8.0.33 (x). started with:
                Tcp port: 1  Unix socket: s
                Time                 Id Command    Argument
                2026-01-01T00:00:01.000001Z\t    8 Query\tDROP TABLE t
                2026-01-01T00:00:01.000001Z\t    8 Shutdown\t
                """);

        assertThat(input.history().steps())
                .containsExactly(
                        new Step(0, "USE `a-b`"),
                        new Step(0, "LOCK TABLES t WRITE"),
                        new Step(0, "UNLOCK TABLES"),
                        new Step(1, "DROP TABLE t"));
        assertThat(input.leftOutText()).isEqualTo("1 x Shutdown");
    }

    @Test
    void connectionsBeyondAHundredTakeOverEndedOnes() {
        StringBuilder log = new StringBuilder();
        for (int id = 10; id < 160; id++) {
            String time = "2026-01-01T00:00:00.000001Z\t  " + id;
            log.append(time).append(" Query\tSELECT ").append(id).append('\n');
            log.append(time).append(" Quit\t\n");
        }
        ScriptInput input = GeneralLog.read(log.toString());

        assertThat(input.history().steps()).hasSize(150).allMatch(step -> step.session() < 100);
        assertThat(input.leftOut()).hasSize(1).containsValue(50);
    }

    @Test
    void whatHasNoEntryIsRefused() {
        assertThatThrownBy(() -> GeneralLog.read("SELECT 1;\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no line of it is an entry of a general query log");
    }

    private static List<Step> from(ScriptInput input, String first, String unless) {
        List<Step> steps = input.history().steps();
        int at = input.history().statements().indexOf(first);
        assertThat(steps).noneMatch(step -> step.sql().equals(unless));
        return steps.subList(at, steps.size());
    }

    private static ScriptInput read(String name) throws IOException {
        try (InputStream log = Objects.requireNonNull(GeneralLogTest.class.getResourceAsStream(name))) {
            return ScriptInput.read(name, log.readAllBytes(), null);
        }
    }
}
