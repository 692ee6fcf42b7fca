package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.grammar.ServerVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueAsTruthTest {
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 FROM t WHERE 0.3 | SELECT 1 FROM t WHERE (0.3) <> FALSE",
                "SELECT a FROM t GROUP BY a HAVING a < 1 OR 0.3 | SELECT a FROM t GROUP BY a HAVING a < 1 OR (0.3) <> FALSE",
                "SELECT 1 FROM t JOIN u ON 0.3 AND a | SELECT 1 FROM t JOIN u ON (0.3) <> FALSE AND a",
                "SELECT 1 UNION SELECT 2 WHERE 0.3 | SELECT 1 UNION SELECT 2 WHERE (0.3) <> FALSE",
                "SELECT 1 WHERE (SELECT 1 WHERE 0.3) | SELECT 1 WHERE ((SELECT 1 WHERE (0.3) <> FALSE)) <> FALSE"
            })
    void whatIsTakenForTheWrongTruthIsTheCauseWhereverItStands(String sql, String compared) {
        assertThat(isCause(sql, compared)).as("%s", asked).isTrue();
    }

    @Test
    void aColumnIsAskedForOfItsTables() {
        assertThat(isCause(
                        "SELECT x FROM t JOIN u ON u.b = 0.3 WHERE u.b",
                        "SELECT x FROM t JOIN u ON u.b = 0.3 WHERE (u.b) <> FALSE"))
                .isFalse();
        assertThat(asked)
                .contains(
                        "SELECT 1 FROM t JOIN u ON u.b = 0.3 WHERE u.b",
                        "SELECT 1 FROM t JOIN u ON u.b = 0.3 WHERE (u.b) <> FALSE");
    }

    @Test
    void whereTheServerIsRightAboutEachValueAnotherThingIsTheCause() {
        String sql = "SELECT 1 FROM t WHERE 0.7 AND b";
        assertThat(new ValueAsTruth(server()).isCause(query(sql), changed -> true))
                .isFalse();
    }

    @Test
    void whatStaysWhenTheValueIsComparedHasAnotherCause() {
        assertThat(new ValueAsTruth(server()).isCause(query("SELECT 1 FROM t WHERE 0.3"), changed -> false))
                .isFalse();
    }

    private boolean isCause(String sql, String compared) {
        return new ValueAsTruth(server())
                .isCause(query(sql), changed -> changed.sql().equals(compared));
    }

    /** Gives a row, but none where 0.3, or a query that asks for it, stands for a truth. */
    private Both server() {
        Asker asker = sql -> {
            asked.add(sql);
            boolean fooled = sql.endsWith("WHERE 0.3") || sql.endsWith("WHERE (SELECT 1 WHERE 0.3)");
            List<List<String>> rows = fooled ? List.of() : List.of(List.of("1"));
            return new Outcome.Rows(
                    List.of(new ResultTable(List.of("1"), List.of("BIGINT"), rows, false)), Duration.ZERO);
        };
        return new Both(asker, ComparisonRules.multiset());
    }

    private static QueryTree query(String sql) {
        return QueryTree.of(Trees.of(sql, ServerVersion.parse("8.0.33"))).orElseThrow();
    }
}
