package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracles of what is stored, on a real server that is right, and on one whose answers are spoilt. */
class StoredDataOraclesIT extends StoredTables {
    // dqe

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = 1 WHERE a = 1",
                "UPDATE t AS x SET x.a = x.a + 10 WHERE x.id IN (SELECT id FROM m)",
                "DELETE FROM t WHERE s LIKE 't%' OR a IS NULL",
                "DELETE FROM t",
                "UPDATE v SET a = 3 WHERE id > 2"
            })
    void changesTouchWhatSelectFinds(String sql) {
        assertThat(judge(new SameRows(version, null), sql, session::execute)).isEqualTo(new Verdict.Pass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t WHERE a = 1 LIMIT 1",
                "UPDATE t, m SET t.a = 1 WHERE t.id = m.id",
                "UPDATE IGNORE t SET id = 1",
                "SELECT 1"
            })
    void ofOthersNothingIsSaid(String sql) {
        assertThat(judge(new SameRows(version, null), sql, session::execute)).isEqualTo(new Verdict.Apart());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM t WHERE a = 1           | DELETE FROM t WHERE a = 1 AND id > 1 | delete touches fewer rows than"
                        + " SELECT finds, predicate c = 0",
                "UPDATE t SET s = 'x' WHERE a IS NULL | UPDATE t SET s = 'x'                | update touches more rows than"
                        + " SELECT finds, predicate c IS NULL",
                "DELETE FROM t                        | DELETE FROM t WHERE id > 2          | delete touches fewer rows than"
                        + " SELECT finds, without a predicate"
            })
    void aChangeThatTouchesOthersIsFound(String sql, String fault, String signature) {
        Verdict verdict =
                judge(new SameRows(version, null), sql, asked -> session.execute(asked.equals(sql) ? fault : asked));
        assertThat(signature(verdict)).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT (NOT                            | double negation in where",
                "IS TRUE                             | truth in where",
                "WHEN (a = 1) THEN (a = 1) ELSE      | branch in where"
            })
    void aChangeTouchesWhatAnEquivalentPredicateFinds(String sign, String form) {
        Verdict verdict = judge(
                new SameRows(version, null),
                "UPDATE t SET s = 'x' WHERE a = 1",
                asked -> session.execute(asked.contains(sign) ? "SELECT 99" : asked));
        assertThat(signature(verdict))
                .isEqualTo("update touches fewer rows than SELECT finds, predicate c = 0 as " + form);
    }

    @Test
    void aValueThatIsTakenForTheWrongTruthIsToldAsOfQueries() {
        Verdict verdict = judge(
                new SameRows(version, null),
                "DELETE FROM t WHERE a",
                asked -> session.execute(asked.replaceFirst("WHERE a$", "WHERE FALSE")));
        assertThat(signature(verdict)).isEqualTo("other rows, under every plan, a value as predicate");
    }

    @Test
    void whatChanceTouchesIsNoSuspect() {
        session.execute("INSERT INTO t (id, a) SELECT 10 + HELP_TOPIC_ID, 1 FROM mysql.help_topic");
        assertThat(judge(new SameRows(version, null), "DELETE FROM t WHERE RAND() < 0.5", session::execute))
                .isEqualTo(new Verdict.Inconclusive("dqe: random"));
    }

    // cert

    @ParameterizedTest
    @ValueSource(strings = {"SELECT s FROM t WHERE a = 1", "SELECT t.id FROM t JOIN p ON t.a = p.a WHERE t.id > 2"})
    void fewerRowsAreExpectedWithAPredicate(String sql) {
        assertThat(judge(new CardinalityOracle(null), sql, session::execute)).isEqualTo(new Verdict.Pass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT s FROM t",
                "SELECT COUNT(*) FROM t WHERE a = 1",
                "SELECT a FROM t WHERE a > 0 GROUP BY a",
                "SELECT a FROM t WHERE a > 0 LIMIT 1"
            })
    void ofTheseNothingIsExpected(String sql) {
        assertThat(judge(new CardinalityOracle(null), sql, session::execute)).isEqualTo(new Verdict.Apart());
    }

    @Test
    void moreRowsThanWithoutAPredicateAreALead() {
        Verdict verdict = judge(
                new CardinalityOracle(null),
                "SELECT s FROM t WHERE a = 1",
                asked -> asked.startsWith("EXPLAIN") && asked.contains("WHERE")
                        ? text("EXPLAIN", "-> Filter: (t.a = 1)  (cost=0.35 rows=1.2e+6)\n    -> Table scan on t")
                        : session.execute(asked));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Lead.class, lead -> {
            assertThat(lead.text()).isEqualTo("more rows are expected with WHERE than without");
            assertThat(lead.evidence()).contains("SELECT s FROM t WHERE a = 1;", "rows=1.2e+6", "plan without WHERE:");
        });
    }

    // state

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t (id, a, s) SELECT id + 10, a, s FROM t",
                "DELETE FROM t WHERE a = 1",
                "UPDATE t SET s = 'zwei' WHERE id = 2",
                "ALTER TABLE t ADD KEY (a, s)",
                "INSERT INTO m (x) VALUES ('c')"
            })
    void soundTablesAreSound(String sql) {
        assertThat(judge(state(Witness::open), sql, session::execute)).isEqualTo(new Verdict.Pass());
    }

    @Test
    void lockedTablesAreLeftAloneFromThen() {
        session.execute("LOCK TABLES t WRITE");
        StateOracle oracle = state(Witness::open);
        assertThat(judge(oracle, "DELETE FROM t WHERE id = 1", session::execute))
                .isEqualTo(new Verdict.Inconclusive("state: a table that can't be checked"));
        assertThat(judge(oracle, "DELETE FROM t WHERE id = 2", session::execute))
                .isEqualTo(new Verdict.Apart());
    }

    @ParameterizedTest
    @EnumSource(PlantedFault.Harm.class)
    void anIndexWithOtherRowsIsFound(PlantedFault.Harm harm) {
        Witness.Opener faulty = spoilt(sql -> sql.contains("FORCE INDEX (`k`)"), harm);
        assertThat(signature(judge(state(faulty), "UPDATE t SET a = 7 WHERE id = 2", session::execute)))
                .startsWith("an index has other rows than its table after update: ");
    }

    @Test
    void aCorruptTableIsFound() {
        Witness.Opener faulty = answering((sql, right) -> sql.startsWith("CHECK TABLE")
                ? text("Msg_text", "InnoDB: Index 'a' contains 3 entries, should be 4.", "Corrupt")
                : right);
        assertThat(signature(judge(state(faulty), "DELETE FROM t WHERE id = 3", session::execute)))
                .isEqualTo("CHECK TABLE after delete: InnoDB: Index '' contains 0 entries, should be 0.; Corrupt");
    }

    // engine

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, a, s FROM t WHERE a = 1",
                "SELECT COUNT(*), MAX(s) FROM t",
                "SELECT m.x, t.g FROM t JOIN m USING (id)",
                "WITH c AS (SELECT a FROM t) SELECT * FROM c ORDER BY a"
            })
    void theWayOfStoringDoesNotMatter(String sql) {
        assertThat(judge(engine(Witness::open), sql, session::execute)).isEqualTo(new Verdict.Pass());
        assertThat(session.execute("USE " + DATABASE + "_copy").succeeded()).isFalse();
    }

    @Test
    void partitionsAreNamedOnlyWhereTheyAre() {
        run(
                "CREATE TABLE q (id INT PRIMARY KEY) PARTITION BY KEY () PARTITIONS 2",
                "INSERT INTO q VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9)");

        assertThat(judge(engine(Witness::open), "SELECT * FROM q PARTITION (p0)", session::execute))
                .isEqualTo(new Verdict.Pass());
    }

    @Test
    void mergeTablesAreNotCopied() {
        run(
                "CREATE TABLE a (i INT) ENGINE = MyISAM",
                "INSERT INTO a VALUES (1)",
                "CREATE TABLE u (i INT) ENGINE = MERGE UNION = (a) INSERT_METHOD = LAST");

        assertThat(judge(engine(Witness::open), "SELECT * FROM u", session::execute))
                .isEqualTo(new Verdict.Apart());
        assertThat(Witness.rows(session::execute, "SELECT i FROM a")).hasSize(1);
    }

    @Test
    void viewsCanNotBeAskedOfCopies() {
        assertThat(judge(engine(Witness::open), "SELECT v.a FROM v, t", session::execute))
                .isEqualTo(new Verdict.Inconclusive("engine: one way to ask fails"));
    }

    @ParameterizedTest
    @EnumSource(PlantedFault.Harm.class)
    void anEngineWithOtherRowsIsFound(PlantedFault.Harm harm) {
        Witness.Opener faulty = (where, database) -> {
            Witness right = Witness.open(where, database);
            StringBuilder past = new StringBuilder();
            return witness(right, sql -> {
                past.append(sql).append('\n');
                String last = past.substring(past.lastIndexOf("CREATE DATABASE") + 1);
                boolean wrong =
                        last.contains("MEMORY") && last.lastIndexOf("_copy`\n") > last.lastIndexOf(DATABASE + "`\n");
                return wrong && sql.contains("WHERE a > 0") ? spoil(right.ask(sql), harm) : right.ask(sql);
            });
        };
        assertThat(signature(judge(engine(faulty), "SELECT id, a, s FROM p WHERE a > 0", session::execute)))
                .isEqualTo((harm.isOfRows() ? "other rows" : "other values") + ", decided by tables in MEMORY");
    }

    // pqs

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, a, s FROM t WHERE a = 1",
                "SELECT id, s FROM t WHERE s LIKE 't%' ORDER BY s",
                "SELECT DISTINCT t.a FROM t, m WHERE t.id > m.id",
                "SELECT * FROM t WHERE id = 99"
            })
    void pivotsAreAmongTheRows(String sql) {
        assertThat(judge(pivot(Witness::open), sql, session::execute)).isEqualTo(new Verdict.Pass());
        assertThat(session.execute("USE " + DATABASE + "_copy").succeeded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT t.id FROM t LEFT JOIN m ON m.id = t.id WHERE t.a = 1",
                "SELECT COUNT(*) FROM t WHERE a = 1",
                "SELECT id FROM t WHERE a = (SELECT MAX(a) FROM t)",
                "SELECT id FROM t"
            })
    void ofQueriesThatMayLoseRowsPivotsSayNothing(String sql) {
        assertThat(judge(pivot(Witness::open), sql, session::execute)).isEqualTo(new Verdict.Apart());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHERE a = 1     | WHERE a = 1 AND id < 0     | mrr=off | other rows, decided by mrr=off",
                "WHERE a = 1     | WHERE a = 1 AND id < 0     | never   | other rows, under every plan, predicate c = 0",
                "WHERE NOT (     | WHERE id < 0 AND NOT (     | never   | other rows, under every plan, predicate NOT ( c = 0 )",
                "WHERE (a = 1) IS NULL | WHERE FALSE          | never   | other rows, under every plan, predicate ( c = 0 ) IS NULL"
            })
    void aPivotThatIsLostIsFound(String sign, String fault, String unless, String signature) {
        Witness.Opener faulty = (where, database) -> {
            Witness right = Witness.open(where, database);
            boolean[] copied = new boolean[1];
            return witness(right, sql -> {
                copied[0] = sql.startsWith("USE ") ? sql.contains("_copy") : copied[0];
                boolean wrong = sql.startsWith("SELECT") && !copied[0] && !sql.contains(unless);
                return right.ask(wrong ? sql.replace(sign, fault) : sql);
            });
        };
        assertThat(signature(judge(pivot(faulty), "SELECT id, s FROM t WHERE a = 1", session::execute)))
                .isEqualTo(signature);
    }

    // durability

    @Test
    void whatWasCommittedSurvives() {
        assertThat(session.execute("SET autocommit = 0").succeeded()).isTrue();
        assertThat(session.execute("INSERT INTO t (id, a) VALUES (77, 7)").succeeded())
                .isTrue();
        DurabilityOracle oracle = durability(Witness::open);
        assertThat(judge(oracle, "DELETE FROM m", session::execute)).isEqualTo(new Verdict.Pass());
        assertThat(oracle.spent()).contains("the server was killed");
        assertThat(oracle.leavesTraces()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM t WHERE id = 1       | after kill -9 and restart: rows: fewer",
                "UPDATE t SET s = 'x' WHERE id = 1 | after kill -9 and restart: values: STRING",
                "ALTER TABLE t DROP KEY k         | after kill -9 and restart: another definition",
                "DROP TABLE t                     | after kill -9 and restart: other tables"
            })
    void whatIsLostIsFound(String loss, String signature) {
        Witness.Opener faulty = (where, database) -> {
            Witness right = Witness.open(where, database);
            if (!session.execute("SELECT 1").succeeded()) { // after the restart, which ended the session
                right.ask(loss);
            }
            return right;
        };
        assertThat(signature(judge(durability(faulty), "SELECT 1", session::execute)))
                .isEqualTo(signature);
    }

    private static StateOracle state(Witness.Opener opener) {
        return new StateOracle(null, opener);
    }

    private static EngineOracle engine(Witness.Opener opener) {
        return new EngineOracle(version, null, opener);
    }

    private static PivotOracle pivot(Witness.Opener opener) {
        return new PivotOracle(version, null, opener);
    }

    private static DurabilityOracle durability(Witness.Opener opener) {
        return new DurabilityOracle(null, opener);
    }
}
