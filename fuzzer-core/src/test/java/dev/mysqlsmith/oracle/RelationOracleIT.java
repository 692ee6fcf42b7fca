package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations against a real server that answers right, one whose answers are spoilt, and one with a known bug. */
class RelationOracleIT {
    private static final double CLAIMS_FOUND = 0.9;

    private static final List<String> TABLES = List.of(
            "CREATE DATABASE d",
            "USE d",
            "CREATE TABLE t (id INT PRIMARY KEY, a INT, s VARCHAR(20), KEY (a))",
            "INSERT INTO t VALUES (1, 1, 'one'), (2, NULL, 'two'), (3, 3, NULL), (4, 1, 'four'), (5, NULL, NULL),"
                    + " (6, 7, 'seven'), (7, 3, 'one')",
            "CREATE TABLE u (id INT PRIMARY KEY, b INT, c VARCHAR(20))",
            "INSERT INTO u VALUES (1, 1, 'x'), (2, 3, 'y'), (3, NULL, 'z'), (4, 9, NULL)",
            "CREATE VIEW v AS SELECT id, RAND() AS r FROM t",
            "CREATE FUNCTION f() RETURNS DOUBLE NO SQL RETURN RAND()");

    /** So many checks an oracle has to find a fault. */
    private static final List<String> QUERIES = List.of(
            "SELECT id, a, s FROM t WHERE a = 1",
            "SELECT id, s FROM t WHERE a > 2 OR s = 'two' ORDER BY id",
            "SELECT t.id, u.c FROM t LEFT JOIN u ON t.a = u.b WHERE u.c > 'a'",
            "SELECT s, id FROM t WHERE a IN (SELECT b FROM u)",
            "SELECT DISTINCT a, s FROM t WHERE s > 'm'",
            "SELECT COUNT(a) FROM t WHERE a < 5",
            "SELECT MAX(s) FROM t WHERE a < 5",
            "SELECT SUM(a) FROM t WHERE s > 'a'",
            "SELECT a, COUNT(*) AS n FROM t GROUP BY a HAVING COUNT(*) > 1",
            "SELECT a, COUNT(*) AS n FROM t WHERE id < 6 GROUP BY a",
            "SELECT s FROM t WHERE a > 1 GROUP BY s",
            "SELECT id, s FROM t WHERE a > (SELECT MIN(b) FROM u)",
            "SELECT s, id FROM t WHERE s NOT IN (SELECT c FROM u WHERE b < 9)",
            "SELECT s, a FROM t HAVING EXISTS (SELECT 1 FROM u) AND a > 1",
            "SELECT s, t.id FROM t LEFT JOIN u ON t.a = u.b AND u.b < (SELECT MAX(a) FROM t)",
            "SELECT id, a + 1 AS x, s AS y FROM t WHERE a BETWEEN 1 AND 3");

    /** Of fractions below a half 8.0.12 says in most places that they are not true. */
    private static final List<String> VALUES_AS_PREDICATES = List.of(
            "SELECT id FROM t WHERE 0.3",
            "SELECT s FROM t WHERE a > 0 AND 0.42",
            "SELECT MAX(a) FROM t HAVING NOT 1 OR 1e-3",
            "SELECT x FROM w WHERE x",
            "SELECT 1 FROM w JOIN w w2 ON w.x",
            "SELECT * FROM w STRAIGHT_JOIN w w2 ON w2.y WHERE w2.y",
            "SELECT 0 UNION SELECT NULL FROM w WHERE x",
            "SELECT NULL FROM (SELECT x FROM w WHERE x) d WHERE d.x");

    private static Server server;
    private static Session session;
    private static ServerVersion version;

    @BeforeAll
    static void start() {
        server = Servers.start(ServerSpec.parse("mysql:8.0.33"));
        session = Session.open(server, Duration.ofSeconds(10));
        version = ServerVersion.parse(server.versionString());
        TABLES.forEach(
                sql -> assertThat(session.execute(sql).succeeded()).as(sql).isTrue());
    }

    @AfterAll
    static void stop() {
        session.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("relations")
    void aRightServerIsRight(String relation) {
        List<Verdict> verdicts = QUERIES.stream()
                .map(sql -> judge(relation, sql, session::execute))
                .filter(verdict -> !(verdict instanceof Verdict.Apart))
                .toList();
        assertThat(verdicts)
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict).isEqualTo(new Verdict.Pass()));
    }

    @Test
    void plantedFaultsAreFound() {
        assertThat(PlantedFault.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(PlantedFault.all())
                .allSatisfy(fault -> assertThat(relations().stream().filter(relation -> isFound(relation, fault)))
                        .as("found by")
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("relations")
    void eachFindsWhatItClaims(String relation) {
        List<PlantedFault> claimed = PlantedFault.all().stream()
                .filter(fault -> fault.isClaimedBy(relation))
                .toList();
        List<PlantedFault> missed = new ArrayList<>(claimed);
        missed.removeIf(fault -> isFound(relation, fault));
        assertThat(missed.size())
                .as("%s of %s: %s", missed.size(), claimed.size(), missed)
                .isLessThanOrEqualTo((int) (claimed.size() * (1 - CLAIMS_FOUND)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM v WHERE r < 0.5   | tlp: random",
                "SELECT id FROM t WHERE f() < 0.5 | tlp: what a program does is not looked into"
            })
    void whatIsHiddenIsNoSuspect(String sql, String reason) {
        Verdict first = judge("tlp", sql, session::execute);
        for (int i = 0; i < 20 && first instanceof Verdict.Pass; i++) { // by chance the rows may be the same
            first = judge("tlp", sql, session::execute);
        }
        assertThat(first).isEqualTo(new Verdict.Inconclusive(reason));
    }

    @Test
    void isNullThatFindsMoreIsNoSuspect() {
        List.of(
                        "CREATE TABLE e (id INT AUTO_INCREMENT PRIMARY KEY, d DATE NOT NULL)",
                        "SET sql_mode = 'ONLY_FULL_GROUP_BY'",
                        "INSERT INTO e (d) VALUES ('0000-00-00'), ('2020-02-02')")
                .forEach(session::execute);
        assertThat(judge("norec", "SELECT d FROM e WHERE d IS NULL", session::execute))
                .isEqualTo(new Verdict.Inconclusive("norec: IS NULL finds zeros in a date that is NOT NULL"));
        session.execute("SET sql_auto_is_null = 1");
        session.execute("INSERT INTO e (d) VALUES ('2021-02-02')");
        assertThat(judge("norec", "SELECT d FROM e WHERE id IS NULL", session::execute))
                .isEqualTo(new Verdict.Inconclusive("norec: sql_auto_is_null"));
        List.of("SET sql_auto_is_null = 0", "SET sql_mode = DEFAULT", "DROP TABLE e")
                .forEach(session::execute);
    }

    @Test
    void aKnownBugHasOneSignatureWhateverShowsIt() {
        try (Server old = Servers.start(ServerSpec.parse("mysql:8.0.12"));
                Session there = Session.open(old, Duration.ofSeconds(10))) {
            TABLES.forEach(there::execute);
            there.execute("CREATE TABLE w (x TEXT, y DOUBLE)");
            there.execute("INSERT INTO w VALUES (0.1, 1e-37)");
            ServerVersion its = ServerVersion.parse(old.versionString());
            assertThat(VALUES_AS_PREDICATES).allSatisfy(sql -> {
                StatementOutcome ran = ran(sql, there::execute, old, its);
                List<String> signatures = relations().stream()
                        .map(relation -> RelationOracle.thorough(relation, its).after(ran))
                        .filter(Verdict.Suspect.class::isInstance)
                        .map(RelationOracleIT::signature)
                        .distinct()
                        .toList();
                assertThat(signatures).containsExactly("other rows, under every plan, a value as predicate");
            });
        }
    }

    static List<String> relations() {
        return Oracles.relations();
    }

    private static boolean isFound(String relation, PlantedFault fault) {
        Asker faulty = sql -> fault.spoil(sql, session.execute(sql));
        return QUERIES.stream().anyMatch(sql -> judge(relation, sql, faulty) instanceof Verdict.Suspect);
    }

    private static Verdict judge(String relation, String sql, Asker asker) {
        return RelationOracle.thorough(relation, version).after(ran(sql, asker, server, version));
    }

    private static StatementOutcome ran(String sql, Asker asker, Server where, ServerVersion its) {
        SyntaxTree.Node tree = Trees.of(sql, its);
        return new StatementOutcome(new StatementContext(where, asker, 0, tree, sql), asker.ask(sql));
    }

    private static String signature(Verdict verdict) {
        Incident.Failure failure = ((Verdict.Suspect) verdict).failure();
        return failure.signature().text();
    }
}
