package dev.mysqlsmith.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static Server server;
    private Session session;

    @BeforeAll
    static void start() {
        server = Servers.start(ServerSpec.parse("mysql:8.0.12"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        server.reset();
        session = Session.open(server, TIMEOUT);
        session.execute("CREATE DATABASE d");
        assertThat(session.use("d").succeeded()).isTrue();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void whatIsMarkedGoesByTheBinaryProtocol() {
        session.execute("SET sql_mode = ''");
        session.execute(
                "CREATE TABLE t (d DATE, dt DATETIME(6), x DOUBLE, b BIT(3), bl BLOB, j JSON, n INT, s VARCHAR(9))");
        assertThat(
                        session.execute(
                                BinaryProtocol.marked(
                                        "INSERT INTO t VALUES ('0000-00-00', '2020-01-02 03:04:05.6', 1e300,"
                                                + " b'101', x'00ff', '{\"a\": [1]}', NULL, '{d ?}'), (NULL, NULL, 0, 0, '', NULL, -7, ?)")))
                .isInstanceOfSatisfying(
                        Outcome.Updated.class,
                        updated -> assertThat(updated.count()).isEqualTo(2));
        List<List<@Nullable String>> rows = table(BinaryProtocol.marked("SELECT bl, n, s, d, dt, x, b, j FROM t"))
                .rows();
        assertThat(rows)
                .containsExactly(
                        row(
                                "0x00ff",
                                null,
                                "{d ?}",
                                "0000-00-00",
                                "2020-01-02 03:04:05.600000",
                                "1.0E300",
                                "0x05",
                                "{\"a\": [1]}"),
                        row("0x", "-7", null, null, null, "0.0", "0x00", null));
        assertThat(session.execute(BinaryProtocol.marked("SELECT nothing FROM t")))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().code()).isEqualTo(1054));
        assertThat(status("Com_stmt_execute")).isEqualTo("2");
        assertThat(status("Com_stmt_close")).isEqualTo("2");
    }

    @Test
    void aCallByTheBinaryProtocolGivesAllItsResults() {
        session.execute("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2, 3; END");
        assertThat(session.execute(BinaryProtocol.marked("CALL p()")))
                .isInstanceOfSatisfying(
                        Outcome.Rows.class,
                        rows -> assertThat(rows.tables())
                                .extracting(ResultTable::rows)
                                .containsExactly(List.of(row("1")), List.of(row("2", "3"))));
        assertThat(table("SELECT 4").rows()).containsExactly(row("4"));
    }

    @Test
    void theBinaryProtocolHasTheSameTimeout() {
        Outcome late = session.execute(BinaryProtocol.marked("SELECT SLEEP(60)"), Duration.ofMillis(300));
        assertThat(late.elapsed()).isLessThan(Duration.ofSeconds(30));
        assertThat(late.endsSession()).isFalse();
        assertThat(table("SELECT 4").rows()).containsExactly(row("4"));
    }

    private String status(String name) {
        return String.valueOf(
                table("SHOW SESSION STATUS LIKE '" + name + "'").rows().get(0).get(1));
    }

    @Test
    void readsValuesThatTheDriverWouldRefuse() {
        session.execute("SET sql_mode = ''");
        session.execute("CREATE TABLE t (d DATE, dt DATETIME, y YEAR, b BIT(3), bl BLOB, g POINT, ti TINYINT(1),"
                + " j JSON, l VARCHAR(9) CHARACTER SET latin1, e ENUM('a'), n INT)");
        session.execute("INSERT INTO t VALUES ('0000-00-00', '2020-00-00 00:00:00', 0, b'101', x'00ff', POINT(1,2), 7,"
                + " '{\"a\": 1}', _latin1 x'e9', '', NULL)");
        assertThat(table("SELECT * FROM t").rows())
                .containsExactly(row(
                        "0000-00-00",
                        "2020-00-00 00:00:00",
                        "0000",
                        "0x05",
                        "0x00ff",
                        "0x000000000101000000000000000000f03f0000000000000040",
                        "7",
                        "{\"a\": 1}",
                        "é",
                        "",
                        null));
        assertThat(table("SELECT TIME'-838:59:59', 1e308, -0.0, ''").rows())
                .containsExactly(row("-838:59:59", "1e308", "0.0", ""));
    }

    @Test
    void countsChanges() {
        session.execute("CREATE TABLE t (a INT)");
        assertThat(session.execute("INSERT INTO t VALUES (1), (2)"))
                .isInstanceOfSatisfying(
                        Outcome.Updated.class,
                        updated -> assertThat(updated.count()).isEqualTo(2));
    }

    @Test
    void givesAllResultsOfACall() {
        session.execute("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2, 3; END");
        assertThat(session.execute("CALL p()"))
                .isInstanceOfSatisfying(
                        Outcome.Rows.class,
                        rows -> assertThat(rows.tables())
                                .extracting(ResultTable::rows)
                                .containsExactly(List.of(row("1")), List.of(row("2", "3"))));
    }

    @Test
    void serversErrorIsAnOutcome() {
        assertThat(session.execute("SELEC 1")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.error().code()).isEqualTo(1064);
            assertThat(failed.error().sqlState()).isEqualTo("42000");
        });
        assertThat(session.warnings().get(0)).startsWith("Error", "1064");
        assertThat(session.execute("")).isInstanceOf(Outcome.Failed.class);
        assertThat(session.isUsable()).isTrue();
    }

    @Test
    void keepsTheFirstRowsOfAHugeResult() {
        session.execute("SET cte_max_recursion_depth = 20000");
        String sql =
                "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 12000) SELECT i FROM n";
        ResultTable table = table(sql);
        assertThat(table.truncated()).isTrue();
        assertThat(table.rows()).hasSize(Session.MAX_ROWS).first().isEqualTo(row("1"));
        assertThat(table("SELECT 1").truncated()).isFalse();
    }

    @Test
    void lateStatementIsKilledAndTheSessionGoesOn() {
        assertThat(session.execute("SELECT SLEEP(60)", Duration.ofMillis(200)))
                .isInstanceOfSatisfying(Outcome.TimedOut.class, late -> {
                    assertThat(late.killed()).isTrue();
                    assertThat(late.elapsed()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(30));
                });
        String heavy = "SELECT COUNT(*) FROM information_schema.collations a, information_schema.collations b,"
                + " information_schema.collations c, information_schema.collations d";
        assertThat(session.execute(heavy, Duration.ofMillis(200)))
                .isInstanceOfSatisfying(
                        Outcome.TimedOut.class,
                        late -> assertThat(late.killed()).isTrue());
        for (int i = 0; i < 20; i++) {
            assertThat(session.execute("SELECT " + i).succeeded()).isTrue();
        }
    }

    @Test
    void statementThatSurvivesItsKillCostsTheSession() throws Exception {
        try (Session stuck = Session.open(server, TIMEOUT, Duration.ofMillis(500))) {
            signal("STOP"); // a server that does not move at all
            Outcome outcome = stuck.execute("SELECT 1", Duration.ofMillis(200));
            signal("CONT");
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.TimedOut.class,
                            late -> assertThat(late.killed()).isFalse());
            assertThat(stuck.isUsable()).isFalse();
            assertThat(stuck.execute("SELECT 1")).isInstanceOf(Outcome.ConnectionLost.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONTINUE HANDLER FOR SQLEXCEPTION DO 0; SELECT a, a + 1 FROM big; SELECT 5 | a packet is shorter",
                "EXIT HANDLER FOR SQLEXCEPTION DO 0; SELECT 1 FROM big WHERE a + 1 > 0 | the server waits"
            })
    void anAnswerThatAnErrorCutsInTwoIsMalformed(String body, String message) {
        session.execute("CREATE DATABASE cut");
        session.use("cut");
        session.execute("CREATE TABLE big (a BIGINT)");
        session.execute("INSERT big VALUES (1), (9223372036854775807)");
        session.execute("CREATE PROCEDURE handled() BEGIN DECLARE " + body + "; END");
        try (Session cut = Session.open(server, TIMEOUT, Duration.ofMillis(500))) {
            cut.use("cut");
            assertThat(cut.execute("CALL handled()", Duration.ofSeconds(1)))
                    .isInstanceOfSatisfying(
                            Outcome.Malformed.class,
                            malformed -> assertThat(malformed.message()).startsWith(message));
            assertThat(cut.isUsable()).isFalse();
        }
        session.execute("DROP DATABASE cut");
        assertThat(session.execute("SELECT 1").succeeded()).isTrue();
    }

    @Test
    void deadServerIsALostConnection() {
        server.kill();
        assertThat(session.execute("SELECT 1")).isInstanceOf(Outcome.ConnectionLost.class);
        assertThat(session.isUsable()).isFalse();
        assertThatThrownBy(() -> Session.open(server, TIMEOUT)).isInstanceOf(SessionException.class);
    }

    @Test
    void killedConnectionIsLostToo() {
        try (Session other = Session.open(server, TIMEOUT)) {
            assertThat(other.connectionId()).isNotEqualTo(session.connectionId());
            other.execute("KILL " + session.connectionId());
        }
        assertThat(session.execute("SELECT 1")).isInstanceOf(Outcome.ConnectionLost.class);
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void databaseNamesAreQuoted() {
        session.execute("CREATE DATABASE `o``dd`");
        try (Session other = Session.open(server, "o`dd", TIMEOUT)) {
            assertThat(((Outcome.Rows) other.execute("SELECT DATABASE()"))
                            .tables()
                            .get(0)
                            .rows())
                    .containsExactly(row("o`dd"));
        }
        assertThatThrownBy(() -> Session.open(server, "absent", TIMEOUT)).isInstanceOf(SessionException.class);
    }

    private ResultTable table(String sql) {
        Outcome outcome = session.execute(sql);
        assertThat(outcome).as(sql).isInstanceOf(Outcome.Rows.class);
        return ((Outcome.Rows) outcome).tables().get(0);
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }

    private static void signal(String name) throws Exception {
        String pid = String.valueOf(server.endpoint().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}
