package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LastStatementPassTest {

    @Test
    void theLastStatementIsTriedWithMoreAndMoreOfWhatItNeeds() {
        assertThat(candidates(
                        "CREATE DATABASE d",
                        "CREATE TABLE t1 (a INT)",
                        "CREATE TABLE t2 (b INT)",
                        "INSERT INTO t1 VALUES (1)",
                        "SELECT * FROM t1",
                        "SET sort_buffer_size = 1",
                        "DELETE FROM t2",
                        "EXPLAIN SELECT 1",
                        "SELECT a FROM t1"))
                .containsExactly(
                        List.of("SELECT a FROM t1"),
                        List.of("CREATE DATABASE d", "CREATE TABLE t1 (a INT)", "SELECT a FROM t1"),
                        List.of(
                                "CREATE DATABASE d",
                                "CREATE TABLE t1 (a INT)",
                                "INSERT INTO t1 VALUES (1)",
                                "SELECT a FROM t1"),
                        List.of(
                                "CREATE DATABASE d",
                                "CREATE TABLE t1 (a INT)",
                                "INSERT INTO t1 VALUES (1)",
                                "SELECT * FROM t1",
                                "SELECT a FROM t1"),
                        List.of(
                                "CREATE DATABASE d",
                                "CREATE TABLE t1 (a INT)",
                                "INSERT INTO t1 VALUES (1)",
                                "SELECT * FROM t1",
                                "SET sort_buffer_size = 1",
                                "SELECT a FROM t1"),
                        List.of(
                                "CREATE DATABASE d",
                                "CREATE TABLE t1 (a INT)",
                                "CREATE TABLE t2 (b INT)",
                                "INSERT INTO t1 VALUES (1)",
                                "SET sort_buffer_size = 1",
                                "DELETE FROM t2",
                                "SELECT a FROM t1"));
    }

    @Test
    void whatWasRenamedNeedsWhatItWas() {
        List<String> history = List.of(
                "CREATE TABLE t1 (a INT)",
                "RENAME TABLE t1 TO d.t2",
                "ALTER TABLE t2 RENAME COLUMN a TO t5",
                "ALTER TABLE t2 ADD b INT, RENAME AS `t3`",
                "ALTER TABLE t3 RENAME t4",
                "DELETE FROM t4");
        assertThat(candidates(history.toArray(String[]::new)).get(1)).isEqualTo(history);
    }

    @Test
    void theMarkOfTheBinaryProtocolHidesNothing() {
        List<String> history = Stream.of("CREATE TABLE t1 (a INT)", "SELECT 1", "DELETE FROM t1")
                .map(BinaryProtocol::marked)
                .toList();
        assertThat(candidates(history.toArray(String[]::new)).get(1)).containsExactly(history.get(0), history.get(2));
    }

    @Test
    void aQueryThatSetsAVariableIsAChange() {
        assertThat(candidates("SELECT 1", "SELECT @v := 2", "SELECT 3 INTO @w", "SELECT @v, @w"))
                .last()
                .isEqualTo(List.of("SELECT @v := 2", "SELECT 3 INTO @w", "SELECT @v, @w"));
    }

    private static List<List<String>> candidates(String... statements) {
        StatementReader reader = new StatementReader(ServerVersion.parse("8.0.33"));
        Script script = new Script(History.of(List.of(statements)).steps(), reader);
        return new LastStatementPass()
                .edits(script).stream()
                        .map(edit -> new History(edit.result().get()).statements())
                        .toList();
    }
}
