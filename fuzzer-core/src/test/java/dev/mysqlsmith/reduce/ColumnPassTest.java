package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnPassTest {

    @Test
    void aColumnGoesWithItsValues() {
        assertThat(candidates(
                        "CREATE TABLE t1 (a INT, KEY k (a), b BLOB, c DATE)",
                        "INSERT INTO t1 VALUES (1, 'x', NULL), (2, 'y', NOW())",
                        "REPLACE INTO t1(c, b) VALUES (NULL, 'z')",
                        "INSERT INTO t2 VALUES (1, 2, 3)"))
                .containsExactly(
                        List.of(
                                "CREATE TABLE t1(KEY k(a), b BLOB, c DATE)",
                                "INSERT INTO t1 VALUES ('x', NULL), ('y', NOW())",
                                "REPLACE INTO t1(c, b) VALUES (NULL, 'z')",
                                "INSERT INTO t2 VALUES (1, 2, 3)"),
                        List.of(
                                "CREATE TABLE t1(a INT, KEY k(a), c DATE)",
                                "INSERT INTO t1 VALUES (1, NULL), (2, NOW())",
                                "REPLACE INTO t1(c) VALUES (NULL)",
                                "INSERT INTO t2 VALUES (1, 2, 3)"),
                        List.of(
                                "CREATE TABLE t1(a INT, KEY k(a), b BLOB)",
                                "INSERT INTO t1 VALUES (1, 'x'), (2, 'y')",
                                "REPLACE INTO t1(b) VALUES ('z')",
                                "INSERT INTO t2 VALUES (1, 2, 3)"));
    }

    @Test
    void theOnlyColumnStays() {
        assertThat(candidates("CREATE TABLE t1 (a INT)", "INSERT INTO t1 VALUES (1)"))
                .isEmpty();
    }

    private static List<List<String>> candidates(String... statements) {
        StatementReader reader = new StatementReader(ServerVersion.parse("8.0.33"));
        Script script = new Script(History.of(List.of(statements)).steps(), reader);
        return new ColumnPass()
                .edits(script).stream()
                        .map(edit -> new History(edit.result().get()).statements())
                        .toList();
    }
}
