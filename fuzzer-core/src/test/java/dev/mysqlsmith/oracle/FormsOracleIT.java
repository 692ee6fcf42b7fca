package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries run in other ways, on a real server that is right, and on one whose answers are spoilt. */
class FormsOracleIT extends StoredTables {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, a, s FROM t WHERE s <> 'it''s' OR a IS NULL",
                "SELECT 1, a + 1, a + 1 FROM t ORDER BY 3",
                "WITH p AS (SELECT MAX(a) AS a FROM t) SELECT p.a, t.*, m.id FROM p, t, m WHERE m.x <> '\\\\'",
                "SELECT t.a, COUNT(*) FROM t JOIN p USING (id) GROUP BY t.a",
                "SELECT a FROM t UNION SELECT id FROM m",
                "SELECT t.s FROM t LEFT JOIN m ON m.id = 1 WHERE 1 <= t.a AND NOT t.id IN (2, 3) OR t.a <=> 7"
            })
    void formsGiveTheSame(String sql) {
        assertThat(judge(forms(Witness::open), sql, session::execute)).isEqualTo(new Verdict.Pass());
        assertThat(session.execute("USE " + DATABASE + "_form").succeeded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM `saved_form`.v | a view",
                "EXECUTE s                    | a prepared statement",
                "EXECUTE s USING @p0          | a prepared statement with parameters",
                "CALL `saved_form`.p()        | a procedure"
            })
    void aFormThatGivesOthersIsFound(String sign, String form) {
        for (PlantedFault.Harm harm : PlantedFault.Harm.values()) {
            FormsOracle oracle = forms(spoilt(sql -> sql.startsWith(sign), harm));
            assertThat(signature(judge(oracle, "SELECT s, id FROM t WHERE a = 1", session::execute)))
                    .isEqualTo((harm.isOfRows() ? "other rows" : "other values") + ", decided by " + form);
        }
    }

    @Test
    void integersBesideIntegersBecomeParameters() {
        List<String> asked = new ArrayList<>();
        Witness.Opener opener = answering((sql, right) -> {
            asked.add(sql);
            return right;
        });
        String from = "SELECT t.a + 1, 2 FROM t LEFT JOIN m ON %s = m.id AND t.s = 5 WHERE ";
        String where = "(t.a < %s OR t.id IN (%s, %s)) AND t.s <> 8 AND t.a NOT IN (1.5, 9) AND t.id < '9'"
                + " AND EXISTS (SELECT 1 FROM m WHERE m.id < 9)";
        judge(forms(opener), String.format(from + where, 4, 5, 6, 7), session::execute);
        assertThat(asked)
                .containsSubsequence(
                        "PREPARE s FROM '"
                                + String.format(from + where, "?", "?", "?", "?")
                                        .replace("'", "''") + "'",
                        "SET @p0 = NULL, @p1 = NULL, @p2 = NULL, @p3 = NULL",
                        "EXECUTE s USING @p0, @p1, @p2, @p3",
                        "SET @p0 = 4, @p1 = 5, @p2 = 6, @p3 = 7",
                        "EXECUTE s USING @p0, @p1, @p2, @p3",
                        "EXECUTE s USING @p0, @p1, @p2, @p3");
    }

    @ParameterizedTest
    @CsvSource({"START TRANSACTION READ ONLY, a read-only transaction", "START TRANSACTION WITH, a consistent snapshot"
    })
    void aTransactionThatGivesOthersIsFound(String sign, String form) {
        boolean[] open = new boolean[1];
        Witness.Opener faulty = answering((sql, right) -> {
            open[0] = sql.startsWith(sign) || open[0] && !sql.equals("COMMIT");
            return open[0] && sql.contains("WHERE") ? spoil(right, PlantedFault.Harm.FIRST_ROW_LOST) : right;
        });
        assertThat(signature(judge(forms(faulty), "SELECT s, id FROM t WHERE a = 1", session::execute)))
                .isEqualTo("other rows, decided by " + form);
    }

    private static FormsOracle forms(Witness.Opener opener) {
        return new FormsOracle(version, null, opener);
    }
}
