package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.SignalledServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerInterestingnessIT {
    private static final ServerSpec SPEC = ServerSpec.parse("mysql:8.0.12");

    @Test
    void reducesACrashOfARealServer() {
        History script = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE t1 (a INT, b INT)",
                "INSERT INTO t1 VALUES (1, 2), (3, 4)",
                "SELECT * FROM nowhere",
                "UPDATE t1 SET a = 5",
                "SELECT a, b, 'planted', sleep(2) FROM t1 WHERE a = 5 ORDER BY b LIMIT 1",
                "DROP TABLE t1"));

        try (ServerInterestingness candidates = new ServerInterestingness(
                () -> Bench.of(new SignalledServer(Servers.start(SPEC), "SEGV")), 2, null, ReplaySettings.defaults())) {
            Reduction reduction = new Reducer(ServerVersion.parse("8.0.12"))
                    .reduce(script, candidates, ReduceBudget.ofTime(Duration.ofMinutes(3), 1), ReduceListener.none());

            assertThat(reduction.status()).isEqualTo(Reduction.Status.MINIMAL);
            assertThat(reduction.repro().size()).isEqualTo(1);
            assertThat(reduction.repro().statements().get(0)).startsWith("SELECT 'planted', sleep");
            assertThat(candidates.signature()).isNotNull();
            assertThat(candidates.signature().text()).startsWith("signal 11 in ");
        }
    }

    @Test
    void reducesACrashInsideAProcedureAndItsScriptReplays() {
        History script = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE t1 (a INT)",
                "CREATE PROCEDURE p(m INT) BEGIN DECLARE l INT DEFAULT 0; WHILE l < 3 DO SET l = l + 1; "
                        + "INSERT INTO t1 VALUES (m); SELECT a, 'planted', sleep(1) FROM t1 LIMIT 1; END WHILE; END",
                "SELECT 1",
                "CALL p(4)"));
        Reducer reducer = new Reducer(ServerVersion.parse("8.0.12"));

        try (ServerInterestingness candidates = new ServerInterestingness(
                () -> Bench.of(new SignalledServer(Servers.start(SPEC), "SEGV")), 2, null, ReplaySettings.defaults())) {
            Reduction reduction = reducer.reduce(
                    script, candidates, ReduceBudget.ofTime(Duration.ofMinutes(4), 1), ReduceListener.none());

            assertThat(reduction.tokens()).isLessThan(reduction.tokensBefore());
            String written = ReproScript.forClient(reduction.repro());
            History read = new History(ScriptReader.read(written, Set.of()).stream()
                    .map(statement -> new Step(0, statement.text()))
                    .toList());
            assertThat(read.statements()).isEqualTo(reduction.repro().statements());
            assertThat(candidates.test(read)).isEqualTo(Answer.SAME);
        }
    }
}
