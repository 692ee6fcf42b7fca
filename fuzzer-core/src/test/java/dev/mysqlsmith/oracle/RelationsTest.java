package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.execute.SqlError;
import dev.mysqlsmith.grammar.ServerVersion;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    private static final Asker NOBODY = sql -> new Outcome.Failed(new SqlError(1, "HY000", ""), Duration.ZERO);

    @Test
    void tlpPartsByThePredicateOfWhere() {
        assertThat(texts("tlp", "SELECT a FROM t WHERE b OR c ORDER BY a"))
                .containsExactly("where: SELECT a FROM t = SELECT a FROM t WHERE b OR c"
                        + " + SELECT a FROM t WHERE NOT (b OR c) + SELECT a FROM t WHERE (b OR c) IS NULL");
    }

    @Test
    void tlpPartsByThePredicateOfHaving() {
        assertThat(texts("tlp", "SELECT a FROM t WHERE d GROUP BY a HAVING COUNT(*) > 1"))
                .containsExactly("having: SELECT a FROM t WHERE d GROUP BY a"
                        + " = SELECT a FROM t WHERE d GROUP BY a HAVING COUNT(*) > 1"
                        + " + SELECT a FROM t WHERE d GROUP BY a HAVING NOT (COUNT(*) > 1)"
                        + " + SELECT a FROM t WHERE d GROUP BY a HAVING (COUNT(*) > 1) IS NULL");
    }

    @Test
    void tlpPutsDistinctRowsTogetherByUnion() {
        assertThat(texts("tlp", "SELECT DISTINCT a FROM t WHERE b"))
                .containsExactly(
                        "distinct: SELECT DISTINCT a FROM t = (SELECT DISTINCT a FROM t WHERE b) UNION"
                                + " (SELECT DISTINCT a FROM t WHERE NOT (b)) UNION (SELECT DISTINCT a FROM t WHERE (b) IS NULL)");
    }

    @Test
    void tlpPutsAggregatesTogetherByAnAggregate() {
        assertThat(texts("tlp", "SELECT COUNT(a) FROM t WHERE b"))
                .containsExactly("aggregate: SELECT COUNT(a) FROM t = SELECT SUM(c0) FROM"
                        + " ((SELECT COUNT(a) FROM t WHERE b) UNION ALL (SELECT COUNT(a) FROM t WHERE NOT (b))"
                        + " UNION ALL (SELECT COUNT(a) FROM t WHERE (b) IS NULL)) AS parts(c0)");
    }

    @Test
    void tlpPutsGroupsTogetherByUnion() {
        assertThat(texts("tlp", "SELECT b + 1 AS x FROM t WHERE c GROUP BY a, b + 1 ORDER BY x"))
                .containsExactly("groups: SELECT DISTINCT b + 1 AS x FROM t GROUP BY a, b + 1"
                        + " = (SELECT b + 1 AS x FROM t WHERE c GROUP BY a, b + 1)"
                        + " UNION (SELECT b + 1 AS x FROM t WHERE NOT (c) GROUP BY a, b + 1)"
                        + " UNION (SELECT b + 1 AS x FROM t WHERE (c) IS NULL GROUP BY a, b + 1)");
        assertThat(texts("tlp", "SELECT SQL_BIG_RESULT ALL a FROM t WHERE c GROUP BY 1"))
                .singleElement()
                .asString()
                .startsWith("groups: SELECT DISTINCT SQL_BIG_RESULT a FROM t GROUP BY 1 =");
    }

    @Test
    void tlpPutsAggregatesOfGroupsTogetherByGroup() {
        assertThat(texts("tlp", "SELECT MAX(a), b, COUNT(*) FROM t WHERE c GROUP BY b"))
                .containsExactly("aggregate of groups: SELECT MAX(a), b, COUNT(*) FROM t GROUP BY b"
                        + " = SELECT MAX(c0), c1, SUM(c2) FROM"
                        + " ((SELECT MAX(a), b, COUNT(*) FROM t WHERE c GROUP BY b)"
                        + " UNION ALL (SELECT MAX(a), b, COUNT(*) FROM t WHERE NOT (c) GROUP BY b)"
                        + " UNION ALL (SELECT MAX(a), b, COUNT(*) FROM t WHERE (c) IS NULL GROUP BY b))"
                        + " AS parts(c0, c1, c2) GROUP BY c1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t",
                "SELECT 1 WHERE 2",
                "SELECT a FROM t WHERE b LIMIT 3",
                "SELECT AVG(a) FROM t WHERE b",
                "SELECT COUNT(DISTINCT a) FROM t WHERE b",
                "SELECT COUNT(a) + 1 FROM t WHERE b",
                "SELECT a, b FROM t WHERE b GROUP BY a",
                "SELECT HEX(a) FROM t WHERE b GROUP BY a",
                "SELECT a FROM t WHERE b GROUP BY a WITH ROLLUP",
                "SELECT COUNT(*) FROM t WHERE b GROUP BY a",
                "SELECT a AS x, COUNT(*) FROM t WHERE b GROUP BY x",
                "SELECT MAX(a), AVG(a) FROM t WHERE b",
                "SELECT 1 FROM t HAVING MAX(a) > 1",
                "SELECT RANK() OVER (ORDER BY a) FROM t WHERE b",
                "SELECT a FROM t WHERE b UNION SELECT 1",
                "SELECT a FROM t WHERE b FOR UPDATE",
                "SELECT a INTO @a FROM t WHERE b",
                "INSERT INTO t SELECT a FROM t WHERE b",
                "EXPLAIN SELECT a FROM t WHERE b"
            })
    void tlpSaysNothingOfOthers(String sql) {
        assertThat(texts("tlp", sql)).isEmpty();
    }

    @Test
    void norecCountsInTheSelectList() {
        assertThat(texts("norec", "SELECT DISTINCT a, b FROM t WHERE a > 1 ORDER BY a"))
                .containsExactly("where: SELECT COUNT(*) FROM t WHERE a > 1"
                        + " = SELECT COUNT(CASE WHEN (a > 1) THEN 1 END) FROM t");
        assertThat(texts("norec", "SELECT MAX(a) FROM t WHERE a")).isEmpty();
    }

    @Test
    void dqpSetsTheOptimizerForTheWholeQuery() {
        assertThat(texts("dqp", "SELECT a FROM t"))
                .hasSizeGreaterThan(20)
                .contains("semijoin=off: SELECT a FROM t ="
                        + " SELECT /*+ SET_VAR(optimizer_switch = 'semijoin=off') */ a FROM t");
        assertThat(texts("dqp", "WITH w AS (SELECT 1) SELECT /*+ NO_ICP(t) */ a FROM t UNION SELECT b FROM u"))
                .contains(
                        "big_tables=1: WITH w AS (SELECT 1) SELECT /*+ NO_ICP(t) */ a FROM t UNION SELECT b FROM u ="
                                + " WITH w AS (SELECT 1) SELECT /*+ SET_VAR(big_tables = 1) NO_ICP(t) */ a FROM t UNION SELECT b FROM u");
        assertThat(texts("dqp", "TABLE t")).isEmpty();
    }

    @Test
    void dqpLeavesOutWhatTheVersionHasNot() {
        assertThat(Relations.named("dqp")
                        .of(query("SELECT a FROM t").orElseThrow(), ServerVersion.parse("8.0.12"), NOBODY))
                .extracting(RelatedQueries::name)
                .contains("semijoin=off")
                .doesNotContain("subquery_to_derived=on");
        assertThat(Relations.named("dqp")
                        .of(query("SELECT a FROM t").orElseThrow(), ServerVersion.parse("5.7.22"), NOBODY))
                .isEmpty();
    }

    @Test
    void queriesAreWrapped() {
        assertThat(texts("wrap", "SELECT a, b + 1 AS c FROM t"))
                .containsExactly(
                        "derived table: SELECT a, b + 1 AS c FROM t"
                                + " = SELECT * FROM (SELECT a, b + 1 AS c FROM t) AS whole",
                        "cte: SELECT a, b + 1 AS c FROM t = WITH whole AS (SELECT a, b + 1 AS c FROM t) SELECT * FROM whole");
        assertThat(texts("wrap", "SELECT a, t.A FROM t")).isEmpty();
        assertThat(texts("wrap", "SELECT * FROM t")).isEmpty();
        assertThat(texts("wrap", "SELECT a + 1 FROM t")).isEmpty();
    }

    @Test
    void predicatesGiveWayToEquivalentOnes() {
        assertThat(texts("eet", "SELECT DISTINCT a FROM t WHERE b = 1 AND c GROUP BY a"))
                .contains(
                        right(
                                "conjunct in where",
                                "((b = 1 AND c) AND ((b = 1 AND c) OR NOT (b = 1 AND c) OR (b = 1 AND c) IS NULL))"),
                        right(
                                "disjunct in where",
                                "((b = 1 AND c) OR ((b = 1) AND NOT (b = 1) AND (b = 1) IS NOT NULL))"),
                        right("branch in where", "CASE WHEN (c) THEN (b = 1 AND c) ELSE (b = 1 AND c) END"),
                        right(
                                "dead branch in where",
                                "CASE WHEN (b = 1) AND NOT (b = 1) AND (b = 1) IS NOT NULL THEN (b = 1) ELSE (b = 1) END AND c"),
                        right("double negation in where", "b = 1 AND (NOT (NOT (c)))"),
                        right("truth in where", "b = 1 AND ((c) IS TRUE)"));
    }

    private static String right(String name, String where) {
        return name + ": SELECT DISTINCT a FROM t WHERE b = 1 AND c GROUP BY a = SELECT DISTINCT a FROM t WHERE "
                + where + " GROUP BY a";
    }

    @Test
    void whatCountsByItsTruthIsAPredicate() {
        assertThat(TruthPlace.of(
                        query("SELECT NOT a, CASE WHEN b THEN c END, CASE d WHEN e THEN f END, (g), SUM(h AND i)"
                                        + " FROM t LEFT JOIN u ON j = k WHERE (l OR NOT m) XOR (n, o) = (SELECT p FROM v WHERE q)"
                                        + " GROUP BY r > 1 HAVING (s) IS NULL AND t IN (1, 2)")
                                .orElseThrow()))
                .extracting(place -> place.clause().replaceAll("[A-Z].*", "") + (place.filters() ? "!" : "") + " "
                        + place.predicate().sql())
                .containsExactly(
                        "select a",
                        "select! b",
                        "select h",
                        "select i",
                        "from! j = k",
                        "where! (l OR NOT m) XOR (n, o) = (SELECT p FROM v WHERE q)",
                        "where (l OR NOT m)",
                        "where l OR NOT m",
                        "where l",
                        "where NOT m",
                        "where m",
                        "where (n, o) = (SELECT p FROM v WHERE q)",
                        "where! q",
                        "having! (s) IS NULL AND t IN (1, 2)",
                        "having! (s) IS NULL",
                        "having! t IN (1, 2)");
    }

    @Test
    void valuesAndTablesGiveWayToEquivalentOnes() {
        assertThat(texts("eet", "SELECT a, b + 1 AS c FROM d.t, u AS v WHERE w"))
                .contains(
                        "selected value: SELECT a, b + 1 AS c FROM d.t, u AS v WHERE w = SELECT"
                                + " a, CASE WHEN (w) THEN (b + 1) ELSE (b + 1) END AS c FROM d.t, u AS v WHERE w",
                        "derived table: SELECT a, b + 1 AS c FROM d.t, u AS v WHERE w = SELECT"
                                + " a, b + 1 AS c FROM (SELECT * FROM d.t) AS t, u AS v WHERE w",
                        "materialized table: SELECT a, b + 1 AS c FROM d.t, u AS v WHERE w = SELECT a, b + 1 AS c FROM d.t,"
                                + " (SELECT * FROM u LIMIT 18446744073709551615) AS v WHERE w");
        assertThat(texts("eet", "SELECT a, (b), IF(a, b, c), COALESCE(a) FROM t FORCE INDEX (i)"))
                .isEmpty();
        assertThat(texts("eet", "SELECT LEAST('9-12-3', a), 1, TRUE FROM t FORCE INDEX (i)"))
                .as("a literal that a temporal value stands beside is one")
                .isEmpty();
        assertThat(texts("eet", "SELECT a, COUNT(*) FROM t FORCE INDEX (i) GROUP BY a"))
                .isEmpty();
    }

    @Test
    void partsOfThePredicateAreFolded() {
        Asker asker = asker(Map.of(
                "SELECT EXISTS (SELECT 1 FROM u)", table("BIGINT", "1"),
                "SELECT a > 1 FROM t WHERE FALSE", table("BIGINT"),
                "SELECT a FROM t WHERE FALSE", table("INT UNSIGNED"),
                "SELECT c FROM t WHERE FALSE", table("DECIMAL"),
                "SELECT d FROM t WHERE FALSE", table("VARCHAR"),
                "SELECT DISTINCT a, a > 1 FROM t",
                        new ResultTable(
                                List.of("a", "p"),
                                List.of("INT", "BIGINT"),
                                List.of(Arrays.asList(null, null), List.of("-1", "0"), List.of("2", "1")),
                                false),
                "SELECT (SELECT MAX(b) FROM u)", table("DECIMAL", "-1.50"),
                "SELECT b FROM u", table("INT", "1", null)));
        String where =
                "EXISTS (SELECT 1 FROM u) AND a > 1 AND (SELECT MAX(b) FROM u) < c AND d = (SELECT MAX(b) FROM u)"
                        + " AND a NOT IN (SELECT b FROM u) AND c IN (SELECT b FROM u)";
        assertThat(Relations.named("coddtest")
                        .of(
                                query("SELECT a FROM t WHERE " + where + " ORDER BY a")
                                        .orElseThrow(),
                                VERSION,
                                asker))
                .extracting(pair -> pair.name() + ": " + text(pair.right()))
                .containsExactly(
                        "constant: SELECT a FROM t WHERE " + where.replace("EXISTS (SELECT 1 FROM u)", "(1)")
                                + " ORDER BY a",
                        "cases: SELECT a FROM t WHERE "
                                + where.replace(
                                        "a > 1",
                                        "CASE WHEN a <=> NULL THEN NULL WHEN a <=> - 1 THEN 0 WHEN a <=> 2 THEN 1 END")
                                + " ORDER BY a",
                        "value: SELECT a FROM t WHERE " + where.replace("(SELECT MAX(b) FROM u) <", "(- 1.50) <")
                                + " ORDER BY a",
                        "value: SELECT a FROM t WHERE "
                                + where.replace("a NOT IN (SELECT b FROM u)", "a NOT IN (1, NULL)") + " ORDER BY a");
        assertThat(texts("coddtest", "SELECT a FROM t WHERE " + where)).isEmpty();
        assertThat(Relations.named("coddtest")
                        .of(
                                query("SELECT a FROM t WHERE NOT EXISTS (SELECT 1 FROM u)")
                                        .orElseThrow(),
                                VERSION,
                                sql -> new Outcome.Rows(List.of(table("BIGINT")), Duration.ZERO)))
                .as("a server that gives no row")
                .isEmpty();
        assertThat(texts("coddtest", "WITH u AS (SELECT 1) SELECT a FROM t WHERE " + where))
                .isEmpty();
    }

    @Test
    void textsAreFoldedWhereTheirCollationIsKnown() {
        String scalar = "(SELECT MAX(d) FROM u)";
        String list = "SELECT d FROM u";
        Map<String, ResultTable> answers = new HashMap<>(Map.of(
                "SELECT s FROM t WHERE FALSE",
                table("VARCHAR"),
                "SELECT COLLATION (MAX(s)) FROM t WHERE FALSE",
                table("VARCHAR", "utf8mb4_bin"),
                "SELECT " + scalar,
                table("TEXT", "a'ä"),
                "SELECT COLLATION((SELECT " + scalar + "))",
                table("VARCHAR", "utf8mb4_bin"),
                list,
                table("CHAR", "", null),
                "SELECT COLLATION((" + list + "))",
                table("VARCHAR", "utf8mb4_bin")));
        String text = "_utf8mb4 x'6127c3a4' COLLATE utf8mb4_bin";
        String sql = "SELECT 1 FROM t WHERE s = " + scalar + " OR s IN (" + list + ")";
        assertThat(folded(sql, answers))
                .containsExactly(
                        "value: " + sql.replace(scalar, "(" + text + ")"),
                        "value: " + sql.replace("(" + list + ")", "(_utf8mb4 x'' COLLATE utf8mb4_bin, NULL)"));
        answers.put("SELECT COLLATION((" + list + "))", table("VARCHAR", "utf8mb4_general_ci"));
        assertThat(folded(sql, answers)).as("another collation").hasSize(1);
        answers.put("SELECT " + scalar, table("TEXT", "x".repeat(201)));
        assertThat(folded(sql, answers)).as("a long text").isEmpty();
        answers.put("SELECT " + scalar, table("TEXT", "\uFFFD"));
        assertThat(folded(sql, answers)).as("what was no text").isEmpty();
        answers.put("SELECT " + scalar, table("TEXT", "x"));
        answers.put("SELECT COLLATION (MAX(s)) FROM t WHERE FALSE", table("VARCHAR", "latin1_bin"));
        assertThat(folded(sql, answers)).as("another character set").isEmpty();
    }

    @Test
    void partsOfOnAndHavingAreFolded() {
        Map<String, ResultTable> answers = Map.of(
                "SELECT EXISTS (SELECT 1 FROM u)", table("BIGINT", "1"),
                "SELECT COUNT(*) > 1", table("BIGINT", "0"),
                "SELECT t.a FROM t LEFT JOIN v ON t.a = (SELECT 2) AND EXISTS (SELECT 1 FROM u) WHERE FALSE",
                        table("INT"),
                "SELECT (SELECT 2)", table("BIGINT", "2"));
        String join = "SELECT 1 FROM t LEFT JOIN v ON t.a = (SELECT 2) AND EXISTS (SELECT 1 FROM u)";
        assertThat(folded(join, answers))
                .containsExactly(
                        "constant in on: " + join.replace("EXISTS (SELECT 1 FROM u)", "(1)"),
                        "value in on: " + join.replace("(SELECT 2)", "(2)"));
        String having = "SELECT a FROM t GROUP BY a HAVING COUNT(*) > 1 AND EXISTS (SELECT 1 FROM u)";
        assertThat(folded(having, answers))
                .as("an aggregate is of the group")
                .containsExactly("constant in having: " + having.replace("EXISTS (SELECT 1 FROM u)", "(1)"));
        String inner = "SELECT 1 FROM (SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u)) AS x";
        assertThat(folded(inner, answers)).as("of another query").isEmpty();
    }

    private static List<String> folded(String sql, Map<String, ResultTable> answers) {
        return Relations.named("coddtest").of(query(sql).orElseThrow(), VERSION, asker(answers)).stream()
                .map(pair -> pair.name() + ": " + text(pair.right()))
                .toList();
    }

    private static Asker asker(Map<String, ResultTable> answers) {
        return sql ->
                answers.containsKey(sql) ? new Outcome.Rows(List.of(answers.get(sql)), Duration.ZERO) : NOBODY.ask(sql);
    }

    private static ResultTable table(String type, String... rows) {
        return new ResultTable(
                List.of("x"),
                List.of(type),
                Arrays.stream(rows).map(Collections::singletonList).toList(),
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlp", "norec", "dqp", "wrap", "eet"})
    void whatIsAskedIsInTheGrammar(String relation) {
        for (String sql : List.of(
                "SELECT a AS x FROM t WHERE NOT b AND c IS NULL",
                "WITH w AS (SELECT 1) SELECT DISTINCT x FROM t WHERE x IN (SELECT y FROM u WHERE u.z = t.x)",
                "SELECT x FROM t WHERE y GROUP BY x HAVING SUM(z) ORDER BY x")) {
            for (RelatedQueries pair : Relations.named(relation).of(query(sql).orElseThrow(), VERSION, NOBODY)) {
                assertThat(pair.right())
                        .allSatisfy(asked ->
                                assertThat(Trees.of(asked.sql(), VERSION)).isEqualTo(asked.statement()));
            }
        }
    }

    private static List<String> texts(String relation, String sql) {
        return query(sql).stream()
                .flatMap(query -> Relations.named(relation).of(query, VERSION, NOBODY).stream())
                .map(pair -> pair.name() + ": " + text(pair.left()) + " = " + text(pair.right()))
                .toList();
    }

    private static String text(List<QueryTree> queries) {
        return String.join(" + ", queries.stream().map(QueryTree::sql).toList());
    }

    private static Optional<QueryTree> query(String sql) {
        return QueryTree.of(Trees.of(sql, VERSION));
    }
}
