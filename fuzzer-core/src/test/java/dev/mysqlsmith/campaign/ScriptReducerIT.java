package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.server.ServerProgress;
import dev.mysqlsmith.server.ServerSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptReducerIT {
    private static final ServerSpec SERVER = ServerSpec.parse("mysql:8.0.12");

    @TempDir
    Path temp;

    @Test
    void aWrongResultIsReducedWithBothOfItsSides() {
        // 8.0.12 takes a fraction that rounds to 0 for false
        History script = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE u (x INT, y TEXT)",
                "CREATE TABLE t (a INT, b VARCHAR(20), c DATE)",
                "INSERT INTO u VALUES (1, 'one')",
                "INSERT INTO t VALUES (1, 'one', NULL), (2, 'two', '2020-02-02'), (3, NULL, NULL)",
                "SELECT * FROM u WHERE x > 0",
                "SELECT t.a, t.b FROM t LEFT JOIN u ON t.a = u.x WHERE t.a > 0 AND (0.3 OR t.c IS NULL) ORDER BY t.a",
                "SELECT COUNT(*) FROM t"));

        ScriptReducer.Reduced reduced = new ScriptReducer(
                        SERVER,
                        List.of(),
                        new ReplayOracles(List.of("tlp"), false),
                        Duration.ofMinutes(2),
                        1,
                        ServerProgress.SILENT)
                .reduce(script, null, ReduceListener.none())
                .orElseThrow();
        reduced.write(temp);

        assertThat(reduced.signature().text()).isEqualTo("other rows, under every plan, a value as predicate");
        assertThat(reduced.made().confirmation().isCertain()).isTrue();
        assertThat(reduced.made().repro().history().size()).isLessThanOrEqualTo(5);
        assertThat(temp.resolve("repro.sql")).content().contains("WHERE 0.").doesNotContain("JOIN");
        assertThat(temp.resolve("evidence.txt"))
                .content()
                .startsWith("tlp where: rows: ")
                .contains("WHERE NOT (0.");
    }

    @Test
    void aStatementThatGivesAnErrorIsReducedToThatError() {
        History script = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(20))",
                "INSERT INTO nowhere VALUES (1)",
                "INSERT INTO t VALUES (1, 'one'), (2, 'two')",
                "SELECT * FROM t",
                "INSERT INTO t (a, b) VALUES (3, 'three'), (1, 'four')",
                "SELECT COUNT(*) FROM t"));

        ScriptReducer.Reduced reduced = new ScriptReducer(
                        SERVER,
                        List.of(),
                        ReplayOracles.of(List.of("error=1062")),
                        Duration.ofMinutes(2),
                        1,
                        ServerProgress.SILENT)
                .reduce(script, null, ReduceListener.none())
                .orElseThrow();

        assertThat(reduced.signature()).hasToString("error: error 1062");
        assertThat(reduced.made().confirmation().isCertain()).isTrue();
        assertThat(reduced.made().confirmation().evidence()).contains("Duplicate entry");
        assertThat(reduced.made().repro().tokens()).isLessThanOrEqualTo(30);
    }
}
