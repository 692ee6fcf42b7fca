package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.execute.SqlError;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MysqltestResultTest {
    private static final Outcome DONE = new Outcome.Updated(2, Duration.ZERO);

    @Test
    void hasStatementsRowsAndErrors() {
        History history = History.of(List.of("INSERT INTO t VALUES (1)", "SELECT a, b FROM t", "SELECT x"));
        Outcome error = new Outcome.Failed(new SqlError(1054, "42S22", "Unknown column 'x'"), Duration.ZERO);

        assertThat(MysqltestResult.of(history, List.of(DONE, rows("0x6162", "INT", "1", null, "VARBINARY"), error)))
                .isEqualTo("INSERT INTO t VALUES (1);\nSELECT a, b FROM t;\na\tb\n1\tab\nNULL\tab\nSELECT x;\n"
                        + "ERROR 42S22: Unknown column 'x'\n");
    }

    @Test
    void linesBeginAsMysqltestPrintsThem() {
        History history = History.of(List.of("SELECT 'a\n  b',\n\n  `c\n  d`\n  AS e,\n  '\\'',\n  '' -- why"));

        assertThat(MysqltestResult.of(history, List.of(DONE)))
                .isEqualTo("SELECT 'a\n  b',\n`c\n  d`\n  AS e,\n'\\'',\n  '' -- why\n;\n");
    }

    @Test
    void endsWhereNothingIsKnown() {
        History history = History.of(List.of("SELECT 1", "SELECT a", "SELECT 2"));
        Outcome lost = new Outcome.ConnectionLost("gone", Duration.ZERO);

        assertThat(MysqltestResult.of(history, List.of(DONE, lost, DONE))).isEqualTo("SELECT 1;\nSELECT a;\n");
        assertThat(MysqltestResult.of(history, List.of(DONE))).isEqualTo("SELECT 1;\nSELECT a;\n");
        assertThat(MysqltestResult.of(history, List.of(DONE, rows("0xff", "INT", "1", "2", "BLOB"), DONE)))
                .isEqualTo("SELECT 1;\nSELECT a;\n");
    }

    /** Two rows of two columns, the second of which has the same value in both. */
    private static Outcome rows(
            String second, String firstType, @Nullable String first, @Nullable String other, String secondType) {
        ResultTable table = new ResultTable(
                List.of("a", "b"),
                List.of(firstType, secondType),
                List.of(Arrays.asList(first, second), Arrays.asList(other, second)),
                false);
        return new Outcome.Rows(List.of(table), Duration.ZERO);
    }
}
