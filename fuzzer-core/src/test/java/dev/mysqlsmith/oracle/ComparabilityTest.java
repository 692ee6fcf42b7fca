package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.ComparisonRules.SortColumn;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparabilityTest {
    private static final ServerVersion NEWEST = ServerVersion.parse("9.1.0");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a + rand() FROM t                 | random",
                "SELECT * FROM t WHERE a = (SELECT uuid()) | random",
                "SELECT NOW()                             | time",
                "SELECT CURRENT_TIMESTAMP                 | time",
                "SELECT LOCALTIME(6)                      | time",
                "SELECT CURRENT_DATE                      | time",
                "SELECT CONNECTION_ID()                   | the session",
                "SELECT @@sql_mode                        | a setting",
                "SELECT @a := a FROM t                    | the order in which rows are met",
                "EXPLAIN SELECT 1                         | tells of the plan",
                "SHOW TABLES                              | tells of the server",
                "HANDLER t READ FIRST                     | rows in the order of the storage",
                "DELETE FROM t LIMIT 1                    | LIMIT without a total order"
            })
    void someStatementsSayNothing(String sql, String reason) {
        assertThat(of(sql)).isEqualTo(new Comparability.Verdict.Not(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT GROUP_CONCAT(a) FROM t                        | the order of what is aggregated",
                "SELECT ROW_NUMBER() OVER (ORDER BY a) FROM t         | ties of a window",
                "SELECT /*+ SET_VAR(time_zone = '+01:00') */ a FROM t        | a setting of the statement",
                "SELECT ANY_VALUE(a) FROM t                           | any value of a group",
                "SELECT * FROM t WHERE a IN (SELECT b FROM (SELECT b FROM u LIMIT 1) v) | LIMIT in a subquery",
                "SELECT * FROM t LIMIT 2, 3                           | LIMIT without a total order",
                "INSERT INTO t SELECT a FROM u LIMIT 3                | LIMIT in a subquery",
                "CREATE TABLE t (a INT)                               | no query and no change of rows"
            })
    void aDifferenceOfSomeIsDoubted(String sql, String reason) {
        assertThat(rules(sql).doubt()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE b > 3",
                "SELECT COUNT(*), MAX(a) FROM t GROUP BY b",
                "SELECT a, RANK() OVER (ORDER BY b) FROM t",
                "WITH c AS (SELECT 1 a) SELECT * FROM c JOIN t USING (a)",
                "VALUES ROW(1, 2), ROW(3, 4)",
                "UPDATE t SET a = a + 1 WHERE b IN (SELECT a FROM u)"
            })
    void aDifferenceOfOthersIsNot(String sql) {
        assertThat(rules(sql).doubt()).isNull();
    }

    @Test
    void affectedRowsAreThoseOfChanges() {
        assertThat(rules("DELETE FROM t WHERE a = 1").counts()).isTrue();
        assertThat(rules("ALTER TABLE t ADD b INT").counts()).isFalse();
    }

    @Test
    void sumsMayBeAddedUpInAnyOrder() {
        assertThat(rules("SELECT SUM(a) FROM t").floatSums()).isTrue();
        assertThat(rules("SELECT COUNT(a) FROM t").floatSums()).isFalse();
    }

    @Test
    void groupsMayBeNamedByAnyOfEqualStrings() {
        assertThat(rules("SELECT DISTINCT a FROM t").anyRepresentative()).isTrue();
        assertThat(rules("SELECT a FROM t UNION SELECT b FROM u").anyRepresentative())
                .isTrue();
        assertThat(rules("SELECT a FROM t").anyRepresentative()).isFalse();
    }

    @Test
    void rowsAreSortedByWhatOrderByNames() {
        assertThat(rules("SELECT a, b, c FROM t ORDER BY b DESC, 1, a + b, c").sortedBy())
                .containsExactly(new SortColumn(-1, "b"), new SortColumn(0, ""));
        assertThat(rules("SELECT a FROM t LIMIT 7").limit()).isEqualTo(7);
    }

    private ComparisonRules rules(String sql) {
        assertThat(of(sql)).isInstanceOf(Comparability.Verdict.By.class);
        return ((Comparability.Verdict.By) of(sql)).rules();
    }

    private Comparability.Verdict of(String sql) {
        return Comparability.of(Trees.of(sql, NEWEST));
    }

    /** But for scalar subqueries, which need LIMIT, and a few. */
    @Test
    void theQueriesOfProfileResultsCanBeCompared() {
        StatementGenerator generator = new StatementGenerator(
                new GeneratorSettings(Profile.named("results"), ServerVersion.parse("8.0.33"), "d"), Choices.seeded(5));
        Map<String, Integer> doubts = new TreeMap<>();
        int queries = 0;
        for (int i = 0; i < 3000; i++) {
            GeneratedStatement statement = generator.next();
            generator.applied(statement, true);
            if (QueryTree.of(statement.tree()).isPresent()) {
                queries++;
                Comparability.of(statement.tree()).doubt().ifPresent(doubt -> doubts.merge(doubt, 1, Integer::sum));
            }
        }
        assertThat(queries).isGreaterThan(1000);
        doubts.remove("LIMIT in a subquery");
        assertThat(doubts.values().stream().mapToInt(Integer::intValue).sum())
                .as("%s of %d", doubts, queries)
                .isLessThan(queries / 20);
    }
}
