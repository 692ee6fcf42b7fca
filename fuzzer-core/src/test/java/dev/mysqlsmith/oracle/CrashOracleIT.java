package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.SignalledServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrashOracleIT {
    private static final ServerSpec SPEC = ServerSpec.parse("mysql:8.0.12");
    private final CrashOracle oracle = new CrashOracle(Duration.ofSeconds(30));

    @Test
    void aCrashIsSuspectAndErrorsAndTimeoutsAreNot() {
        try (Server server = new SignalledServer(Servers.start(SPEC), "SEGV");
                Session session = Session.open(server, Duration.ofSeconds(3))) {
            assertThat(judge(server, session, "SELECT 1")).isEqualTo(new Verdict.Pass());
            assertThat(judge(server, session, "SELECT nonsense")).isEqualTo(new Verdict.Pass());
            assertThat(judge(server, session, "SELECT BENCHMARK(1000000000, MD5('a'))"))
                    .isEqualTo(new Verdict.Inconclusive("timeout"));

            Verdict verdict = judge(server, session, "SELECT 'planted', sleep(9)");

            assertThat(verdict).isInstanceOf(Verdict.Suspect.class);
            assertThat(((Verdict.Suspect) verdict).failure().signature().kind()).isEqualTo(Kind.CRASH);
        }
    }

    @Test
    void aServerThatIsKilledFromOutsideIsNoSuspect() {
        try (Server server = new SignalledServer(Servers.start(SPEC), "KILL");
                Session session = Session.open(server, Duration.ofSeconds(20))) {
            assertThat(judge(server, session, "SELECT 'planted', sleep(9)"))
                    .isEqualTo(new Verdict.Inconclusive("server lost: killed by signal 9"));
        }
    }

    private Verdict judge(Server server, Session session, String sql) {
        StatementContext context = new StatementContext(server, session::execute, 0, null, sql);
        oracle.before(context);
        return oracle.after(new StatementOutcome(context, session.execute(sql)));
    }
}
