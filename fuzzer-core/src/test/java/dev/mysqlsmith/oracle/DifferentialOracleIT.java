package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two databases of one real server as the judged one and its reference, the judged one spoilt where a test says so. */
class DifferentialOracleIT {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE t (id INT PRIMARY KEY, a INT, s VARCHAR(20), KEY (a))",
            "INSERT INTO t VALUES (1, 1, 'one'), (2, NULL, 'two'), (3, 3, NULL), (4, 1, 'four')",
            "CREATE TABLE n (id INT AUTO_INCREMENT PRIMARY KEY, a INT)");

    private static final List<String> SCRIPT = List.of(
            "SELECT id, a, s FROM t WHERE a = 1",
            "UPDATE t SET a = a + 1 WHERE id < 3",
            "DELETE FROM t WHERE id = 4",
            "ALTER TABLE t ADD b VARCHAR(10) NOT NULL DEFAULT 'x'",
            "INSERT INTO t (id, a) SELECT id + 10, a FROM t",
            "SELECT nonsense",
            "INSERT INTO t (id) VALUES (1)",
            "CREATE TABLE c AS SELECT s, COUNT(*) AS n FROM t GROUP BY s",
            "TRUNCATE TABLE n",
            "SELECT COUNT(*), MAX(s) FROM t");

    private static Server server;
    private static ServerVersion version;

    private Session here;
    private Session there;
    private DifferentialOracle oracle;

    @BeforeAll
    static void start() {
        server = Servers.start(ServerSpec.parse("mysql:8.0.33"));
        version = ServerVersion.parse(server.versionString());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        here = session(server, "here");
        there = session(server, "there");
        oracle = new DifferentialOracle(List.of(counterpart()));
        TABLES.forEach(sql -> assertThat(judge(sql, sql)).as(sql).isEqualTo(new Verdict.Pass()));
    }

    @AfterEach
    void close() {
        oracle.close();
        here.close();
        there.close();
    }

    @Test
    void whatIsTheSameIsNoSuspect() {
        assertThat(SCRIPT).allSatisfy(sql -> assertThat(judge(sql, sql)).as(sql).isEqualTo(new Verdict.Pass()));
        assertThat(oracle.spent()).isEmpty();
        assertThat(oracle.extent(13)).isEqualTo("13 of 13 statements compared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE t SET a = 5 WHERE id < 3      | UPDATE t SET a = 5 WHERE id < 2      | update: affected rows: fewer",
                "UPDATE t SET a = 5 WHERE id < 3      | UPDATE t SET a = 6 WHERE id < 3      | table after update: values: NUMBER",
                "UPDATE t SET s = 'long' WHERE id = 1 | UPDATE t SET s = 'lon' WHERE id = 1  | table after update: values: STRING",
                "DELETE FROM t WHERE a = 1            | DELETE FROM t WHERE a = 1 AND id > 1 | delete: affected rows: fewer",
                "DELETE FROM t WHERE id = 1           | DELETE FROM t WHERE id = 2           | table after delete: values: NUMBER, NUMBER for NULL, STRING",
                "INSERT INTO t VALUES (9, 9, 'nine')  | INSERT INTO t VALUES (9, 8, 'nine')  | table after insert: values: NUMBER",
                "INSERT INTO t SELECT id + 9, a, s FROM t | INSERT INTO t SELECT id + 9, a, s FROM t WHERE a > 0 | insert: affected rows: fewer",
                "REPLACE INTO t VALUES (1, 2, 'x')    | REPLACE INTO t VALUES (1, 2, NULL)   | table after replace: values: NULL for STRING",
                "ALTER TABLE t MODIFY s VARCHAR(30)   | UPDATE t SET s = 'on' WHERE id = 1   | table after alterTable: values: STRING",
                "SELECT id FROM t WHERE a > 0         | SELECT id FROM t WHERE a > 1         | other rows, under every plan, predicate c < 0",
                "SELECT id, a FROM t                  | SELECT id, a + 1 FROM t              | other values, under every plan, column c",
                "SELECT s FROM t                      | SELECT LEFT(s, 2) FROM t             | other values, under every plan, column c",
                "SELECT id FROM t                     | SELECT id FROM t UNION ALL SELECT 1  | other rows, under every plan, column c",
                "SELECT id FROM t                     | SELECT id + NULL FROM t              | other values, under every plan, column c",
            })
    void aFaultIsFound(String sql, String fault, String signature) {
        Verdict verdict = judge(sql, fault);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Suspect.class,
                        suspect ->
                                assertThat(suspect.failure().signature().text()).isEqualTo(signature));
    }

    @Test
    void anErrorThatTheVersionMayBringIsNoSuspect() {
        assertThat(judge("SELECT id FROM t", "SELECT id FROM u"))
                .isEqualTo(new Verdict.Inconclusive("error by version"));
    }

    @ParameterizedTest
    @EnumSource(PlantedFault.Harm.class)
    void aSpoiltAnswerIsFound(PlantedFault.Harm harm) {
        PlantedFault fault = new PlantedFault(PlantedFault.Seat.WHERE, harm);
        String sql = "SELECT id, a, s FROM t WHERE id < 9";
        assertThat(judge(sql, asked -> fault.spoil(asked, here.execute(asked)))).isInstanceOf(Verdict.Suspect.class);
    }

    @Test
    void whatHangsOnATableThatMayDifferByRightIsNotComparedAndAllElseIs() {
        String view = "CREATE VIEW v AS SELECT a FROM t";
        String function = "CREATE FUNCTION f() RETURNS INT READS SQL DATA RETURN (SELECT MAX(a) FROM t)";
        String trigger = "CREATE TRIGGER g BEFORE INSERT ON u FOR EACH ROW SET NEW.a = (SELECT MAX(a) FROM t)";
        List.of("CREATE TABLE u (a INT)", "CREATE TABLE w (a INT)", "INSERT INTO n (a) VALUES (1)", view)
                .forEach(sql -> assertThat(judge(sql)).as(sql).isEqualTo(new Verdict.Pass()));
        List.of(function, trigger).forEach(this::judge);
        assertThat(oracle.spent()).isEmpty();

        takeApart("t");

        assertThat(oracle.spent()).contains("out of step: random");
        assertThat(List.of(
                        "SELECT a FROM t",
                        "SELECT (SELECT MAX(a) FROM t)",
                        "WITH c AS (SELECT a FROM t) SELECT a FROM c",
                        "SELECT a FROM v",
                        "SELECT f()",
                        "INSERT INTO u VALUES (1)",
                        "INSERT INTO w SELECT a FROM t",
                        "SELECT a FROM w"))
                .allSatisfy(sql -> assertThat(judge(sql, "SELECT 'wrong'"))
                        .as(sql)
                        .isEqualTo(new Verdict.Inconclusive("out of step")));
        assertThat(judge("WITH c AS (SELECT a FROM n) SELECT a FROM c")).isEqualTo(new Verdict.Pass());
        assertThat(judge("SELECT a FROM n", "SELECT 'wrong'")).isInstanceOf(Verdict.Suspect.class);
    }

    @Test
    void tablesThatAreMadeAnewAreComparedAgain() {
        takeApart("t");
        judge("DROP TABLE t");
        assertThat(oracle.spent()).isEmpty();
        assertThat(judge("CREATE TABLE t (a INT)")).isEqualTo(new Verdict.Pass());
        assertThat(judge("SELECT a FROM t", "SELECT 'wrong'")).isInstanceOf(Verdict.Suspect.class);
    }

    @Test
    void aTableBehindATemporaryOneStaysOutOfStep() {
        takeApart("t");
        judge("CREATE TEMPORARY TABLE t (a INT)");
        judge("DROP TABLE t");
        assertThat(judge("SELECT a FROM t", "SELECT 'wrong'")).isEqualTo(new Verdict.Inconclusive("out of step"));
    }

    @Test
    void nothingIsComparedAfterAProgramThatMayHaveReadWhatDiffers() {
        judge("CREATE PROCEDURE p() UPDATE n SET a = (SELECT MAX(a) FROM t)");
        takeApart("t");
        assertThat(judge("CALL p()")).isEqualTo(new Verdict.Inconclusive("out of step"));
        assertThat(judge("SELECT a FROM n", "SELECT 'wrong'")).isInstanceOf(Verdict.Apart.class);
    }

    @Test
    void whatTheGrammarDoesNotHaveAndBothRefuseChangesNothing() {
        StatementContext context = new StatementContext(server, here::execute, 0, null, "SELEKT a FROM t");
        oracle.before(context);
        assertThat(oracle.after(new StatementOutcome(context, here.execute(context.sql()))))
                .isInstanceOf(Verdict.Inconclusive.class);
        assertThat(oracle.spent()).isEmpty();
    }

    @Test
    void tablesOfTheSystemMayHaveOtherColumns() {
        assertThat(judge("SELECT * FROM information_schema.TABLES", "SELECT 1"))
                .isEqualTo(new Verdict.Inconclusive("tables of the system"));
    }

    private void takeApart(String table) {
        String sql = "UPDATE " + table + " SET a = RAND() * 1000000";
        assertThat(judge(sql)).isEqualTo(new Verdict.Inconclusive("random"));
    }

    @Test
    void changesThatMightDifferAndDoNotGoOn() {
        String sql = "DELETE FROM t WHERE id = 1 LIMIT 1";
        assertThat(judge(sql, sql)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(oracle.spent()).isEmpty();
    }

    @Test
    void gapsInGeneratedNumbersAreNoSuspect() {
        judge("INSERT INTO n (a) VALUES (1)", "INSERT INTO n VALUES (7, 1)");
        assertThat(oracle.spent()).contains("out of step: AUTO_INCREMENT");
    }

    @Test
    void roundingIsNoSuspectButTheEnd() {
        judge("CREATE TABLE f (x DOUBLE)", "CREATE TABLE f (x DOUBLE)");
        judge("INSERT INTO f VALUES (1e17)", "INSERT INTO f VALUES (1.0000000001e17)");
        assertThat(oracle.spent()).contains("out of step: rounding");
    }

    @Test
    void aSettingThatDecidesIsNamed() {
        Verdict verdict = judge("SELECT id FROM t WHERE a = 1", sql -> {
            Outcome right = here.execute(sql);
            boolean wrong = sql.contains("WHERE") && sql.contains(" t ") && !sql.contains("mrr=off");
            return wrong ? here.execute(sql.replace("a = 1", "a = 3")) : right;
        });
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Suspect.class, suspect -> {
            assertThat(suspect.failure().signature().text()).startsWith("other rows, decided by ");
            assertThat(suspect.failure().evidence()).contains("against ", "plan here:", "plan there:");
        });
    }

    @Test
    void aStatementThatFailsOnOneSideIsASuspect() {
        assertThat(judge("INSERT INTO t (id) VALUES (77)", "INSERT INTO t (id) VALUES (1)"))
                .isInstanceOfSatisfying(
                        Verdict.Suspect.class,
                        suspect -> assertThat(suspect.failure().signature().text())
                                .isEqualTo("insert: error 1062 only here"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT IGNORE INTO t (id) VALUES (1), (9) | INSERT INTO t (id) VALUES (9)    | insert: warning 1062 only there",
                "INSERT INTO t (id) VALUES (9) | INSERT IGNORE INTO t (id) VALUES (9), (9)    | insert: warning 1062 only here",
                "INSERT INTO t (id) VALUES (1) | INSERT INTO t (id, nonsense) VALUES (1, 1)   | insert: error 1054 here, 1062 there",
                "INSERT INTO t (i) VALUES (1)  | INSERT INTO t (id) VALUES (1)                | insert: error 1062 here, 1054 there"
            })
    void otherWarningsAndErrorsAreSuspects(String sql, String fault, String signature) {
        assertThat(judge(sql, fault))
                .isInstanceOfSatisfying(
                        Verdict.Suspect.class,
                        suspect ->
                                assertThat(suspect.failure().signature().text()).isEqualTo(signature));
    }

    @Test
    void warningsOfValuesAndNotesAreNot() {
        judge("SET sql_mode = ''", "SET sql_mode = ''");
        there.execute("SET sql_mode = ''");
        assertThat(judge("UPDATE t SET s = 'x' WHERE s = 1", "UPDATE t SET s = 'x' WHERE FALSE"))
                .isEqualTo(new Verdict.Pass());
    }

    @Test
    void mariaDbKeepsTheSameDocumentsAsText() {
        try (Server mariaDb = Servers.start(ServerSpec.parse("mariadb:11.4.5"))) {
            there.close();
            there = session(mariaDb, "there");
            oracle.close();
            oracle = new DifferentialOracle(List.of(counterpart(mariaDb.versionString())));
            String insert = "INSERT INTO j VALUES ('{\"b\": 1,   \"a\": [1.0, 2]}')";

            assertThat(judge("CREATE TABLE j (d JSON)")).isEqualTo(new Verdict.Pass());
            assertThat(judge(insert)).isEqualTo(new Verdict.Pass());
            assertThat(judge("SELECT d FROM j")).isEqualTo(new Verdict.Pass());
            assertThat(judge("SELECT ST_Length(NULL, '')")).isInstanceOf(Verdict.Inconclusive.class);
            assertThat(judge(insert, insert.replace("[1.0, 2]", "[1, 2, 3]"))).isInstanceOf(Verdict.Suspect.class);
        }
    }

    private Verdict judge(String sql) {
        return judge(sql, sql);
    }

    private Verdict judge(String sql, String instead) {
        return judge(sql, asked -> here.execute(asked.equals(sql) || isHinted(asked, sql) ? instead : asked));
    }

    private static boolean isHinted(String asked, String sql) {
        return asked.replaceFirst("/\\*\\+.*?\\*/ ", "").equals(sql);
    }

    private Verdict judge(String sql, Function<String, Outcome> faulty) {
        StatementContext context = new StatementContext(server, faulty::apply, 0, Trees.of(sql, version), sql);
        oracle.before(context);
        return oracle.after(new StatementOutcome(context, faulty.apply(sql)));
    }

    private static Session session(Server server, String database) {
        Session session = Session.open(server, Duration.ofSeconds(10));
        session.execute("DROP DATABASE IF EXISTS " + database);
        session.execute("CREATE DATABASE " + database);
        session.use(database);
        return session;
    }

    private Counterpart counterpart() {
        return counterpart(server.versionString());
    }

    private Counterpart counterpart(String versionString) {
        return new Counterpart() {
            @Override
            public String name() {
                return "the other";
            }

            @Override
            public String versionString() {
                return versionString;
            }

            @Override
            public Outcome run(int session, String sql) {
                return there.execute(sql);
            }
        };
    }
}
