package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.execute.SqlError;
import dev.mysqlsmith.report.StatisticsSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final Outcome OK = new Outcome.Updated(1, Duration.ZERO);
    private static final Outcome SYNTAX = new Outcome.Failed(new SqlError(1064, "42000", "no"), Duration.ZERO);

    @Test
    void countsByKindAndError() {
        Statistics statistics = new Statistics();
        statistics.ran("SELECT", OK);
        statistics.ran("SELECT", SYNTAX);
        statistics.ran("INSERT", new Outcome.ConnectionLost("gone", Duration.ZERO));
        statistics.skipped("timeout");
        statistics.found("crash");
        StatisticsSnapshot totals = statistics.snapshot(Duration.ofMillis(1500));
        assertThat(totals.seconds()).isEqualTo(1.5);
        assertThat(totals.statements()).isEqualTo(3);
        assertThat(totals.succeeded()).isEqualTo(1);
        assertThat(totals.byKind())
                .isEqualTo(Map.of(
                        "SELECT", new StatisticsSnapshot.KindCount(2, 1),
                        "INSERT", new StatisticsSnapshot.KindCount(1, 0)));
        assertThat(totals.byError()).isEqualTo(Map.of("1064", 1L));
        assertThat(totals.skips()).isEqualTo(Map.of("timeout", 1L));
        assertThat(totals.findings()).isEqualTo(Map.of("crash", 1L));
    }

    @Test
    void goesOnFromEarlierTotals() {
        Statistics first = new Statistics();
        first.ran("SELECT", OK);
        first.ran("SELECT", SYNTAX);
        first.checked("crash");
        first.roundDone();
        first.found("hang");
        Statistics second = new Statistics(first.snapshot(Duration.ofSeconds(5)));
        second.ran("SELECT", OK);
        StatisticsSnapshot totals = second.snapshot(Duration.ofSeconds(6));
        assertThat(totals.byKind()).isEqualTo(Map.of("SELECT", new StatisticsSnapshot.KindCount(3, 2)));
        assertThat(totals.byError()).isEqualTo(Map.of("1064", 1L));
        assertThat(totals.rounds()).isEqualTo(1);
        assertThat(totals.findings()).isEqualTo(Map.of("hang", 1L));
    }

    @Test
    void plansThatDifferInNamesAndNumbersOnlyAreOneShape() {
        Statistics statistics = new Statistics();
        statistics.ran("EXPLAIN", rows(plan("t1", "ALL", null, "Using where")));
        statistics.ran("EXPLAIN", rows(plan("t2", "ALL", null, "Using where")));
        assertThat(statistics.snapshot(Duration.ZERO).planShapes()).isEqualTo(1);
        statistics.ran("EXPLAIN", rows(plan("t1", "ref", "k", "Using where")));
        statistics.ran("EXPLAIN", rows(plan("t1", "ref", "other", "Using where; Using join buffer (hash join)")));
        assertThat(statistics.snapshot(Duration.ZERO).planShapes()).isEqualTo(3);
    }

    @Test
    void otherResultsAreNoPlans() {
        Statistics statistics = new Statistics();
        statistics.ran("SELECT", rows(new ResultTable(List.of("type"), List.of("INT"), List.of(List.of("1")), false)));
        assertThat(statistics.snapshot(Duration.ZERO).planShapes()).isZero();
    }

    private static Outcome rows(ResultTable table) {
        return new Outcome.Rows(List.of(table), Duration.ZERO);
    }

    private static ResultTable plan(String table, String type, String key, String extra) {
        return new ResultTable(
                List.of("id", "select_type", "table", "type", "key", "Extra"),
                List.of("INT", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"),
                List.of(Arrays.asList("1", "SIMPLE", table, type, key, extra)),
                false);
    }
}
