package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.SignalledServer;
import java.time.Duration;
import java.util.List;
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
                () -> new SignalledServer(Servers.start(SPEC), "SEGV"), 2, null, ReplaySettings.defaults())) {
            Reduction reduction = new Reducer(ServerVersion.parse("8.0.12"))
                    .reduce(script, candidates, ReduceBudget.ofTime(Duration.ofMinutes(3), 1), ReduceListener.none());

            assertThat(reduction.status()).isEqualTo(Reduction.Status.MINIMAL);
            assertThat(reduction.repro().size()).isEqualTo(1);
            assertThat(reduction.repro().statements().get(0)).startsWith("SELECT 'planted', sleep");
            assertThat(candidates.signature()).isNotNull();
            assertThat(candidates.signature().text()).startsWith("signal 11 in ");
        }
    }
}
