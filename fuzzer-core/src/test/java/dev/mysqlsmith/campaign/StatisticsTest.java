package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.execute.SqlError;
import dev.mysqlsmith.generate.Features;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.report.StatisticsSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final BitSet NONE = new BitSet();
    private static final Outcome OK = new Outcome.Updated(1, Duration.ZERO);
    private static final Outcome SYNTAX = new Outcome.Failed(new SqlError(1064, "42000", "no"), Duration.ZERO);

    @Test
    void countsByKindAndError() {
        Statistics statistics = new Statistics();
        statistics.ran("SELECT", NONE, OK);
        statistics.ran("SELECT", NONE, SYNTAX);
        statistics.ran("INSERT", NONE, new Outcome.ConnectionLost("gone", Duration.ZERO));
        statistics.skipped("timeout");
        statistics.found("crash");
        StatisticsSnapshot totals = statistics.snapshot(Duration.ofMillis(1500));
        assertThat(totals.seconds()).isEqualTo(1.5);
        assertThat(totals.statements()).isEqualTo(3);
        assertThat(totals.succeeded()).isEqualTo(1);
        assertThat(totals.byKind())
                .isEqualTo(Map.of(
                        "SELECT", new StatisticsSnapshot.Count(2, 1, 0, 0, 0),
                        "INSERT", new StatisticsSnapshot.Count(1, 0, 0, 0, 0)));
        assertThat(totals.byError()).isEqualTo(Map.of("1064", 1L));
        assertThat(totals.skips()).isEqualTo(Map.of("timeout", 1L));
        assertThat(totals.findings()).isEqualTo(Map.of("crash", 1L));
    }

    @Test
    void whatConstraintsAndLocksEndIsTold() {
        BitSet join = Features.standard().of(tree("SELECT 1 FROM a JOIN b"));
        Statistics statistics = new Statistics();
        statistics.ran("SELECT", join, OK);
        statistics.ran("SELECT", join, SYNTAX);
        statistics.ran("SELECT", join, failed(1062));
        statistics.ran("SELECT", join, failed(1205));
        statistics.ran("SELECT", join, new Outcome.TimedOut(true, Duration.ZERO));
        statistics.ran("SELECT", NONE, OK);
        StatisticsSnapshot.Count expected = new StatisticsSnapshot.Count(5, 1, 1, 1, 1);
        StatisticsSnapshot totals = statistics.snapshot(Duration.ZERO);
        assertThat(totals.byFeature().get("joins: any")).isEqualTo(expected);
        assertThat(totals.total()).isEqualTo(new StatisticsSnapshot.Count(6, 2, 1, 1, 1));
        assertThat(expected.shareApart()).isEqualTo(1.0 / 3);
        assertThat(new Statistics(totals).snapshot(Duration.ZERO).byFeature()).isEqualTo(totals.byFeature());
    }

    @Test
    void featuresThatNothingHadAreThereToo() {
        assertThat(new Statistics().snapshot(Duration.ZERO).byFeature().keySet())
                .containsExactlyElementsOf(Features.standard().names());
    }

    @Test
    void goesOnFromEarlierTotals() {
        Statistics first = new Statistics();
        first.ran("SELECT", NONE, OK);
        first.ran("SELECT", NONE, SYNTAX);
        first.checked("crash");
        first.roundDone();
        first.found("hang");
        Statistics second = new Statistics(first.snapshot(Duration.ofSeconds(5)));
        second.ran("SELECT", NONE, OK);
        StatisticsSnapshot totals = second.snapshot(Duration.ofSeconds(6));
        assertThat(totals.byKind()).isEqualTo(Map.of("SELECT", new StatisticsSnapshot.Count(3, 2, 0, 0, 0)));
        assertThat(totals.byError()).isEqualTo(Map.of("1064", 1L));
        assertThat(totals.rounds()).isEqualTo(1);
        assertThat(totals.findings()).isEqualTo(Map.of("hang", 1L));
    }

    @Test
    void plansThatDifferInNamesAndNumbersOnlyAreOneShape() {
        Statistics statistics = new Statistics();
        statistics.ran("EXPLAIN", NONE, rows(plan("t1", "ALL", null, "Using where")));
        statistics.ran("EXPLAIN", NONE, rows(plan("t2", "ALL", null, "Using where")));
        assertThat(statistics.snapshot(Duration.ZERO).planShapes()).isEqualTo(1);
        statistics.ran("EXPLAIN", NONE, rows(plan("t1", "ref", "k", "Using where")));
        statistics.ran("EXPLAIN", NONE, rows(plan("t1", "ref", "other", "Using where; Using join buffer (hash join)")));
        assertThat(statistics.snapshot(Duration.ZERO).planShapes()).isEqualTo(3);
    }

    @Test
    void otherResultsAreNoPlans() {
        Statistics statistics = new Statistics();
        statistics.ran(
                "SELECT", NONE, rows(new ResultTable(List.of("type"), List.of("INT"), List.of(List.of("1")), false)));
        assertThat(statistics.snapshot(Duration.ZERO).planShapes()).isZero();
    }

    private static Outcome failed(int code) {
        return new Outcome.Failed(new SqlError(code, "HY000", "no"), Duration.ZERO);
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

    private static SyntaxTree.Node tree(String sql) {
        return ((ParseResult.Parsed) new SqlParser(ServerVersion.parse("8.0.33"), Set.of()).parse(sql)).tree();
    }
}
