package dev.mysqlsmith.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultComparisonTest {

    static List<ComparisonCase> cases() throws IOException {
        return ComparisonCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheCaseExpects(ComparisonCase given) {
        assertThat(text(ResultComparison.compare(given.here(), given.there(), given.rules())))
                .isEqualTo(given.expected());
    }

    @Test
    void aResultThatWasCutSaysNothing() {
        ResultTable cut = new ResultTable(List.of("a"), List.of("INT"), List.of(), true);

        assertThat(text(ResultComparison.compare(cut, cut, ComparisonRules.multiset())))
                .isEqualTo("? result too long to compare");
    }

    @Test
    void anErrorOnOneSideIsADifferenceUnlessAPlanMayAvoidIt() {
        Outcome fine = new Outcome.Updated(1, Duration.ZERO);

        assertThat(text(compare(failed(1054), fine))).isEqualTo("error 1054 only here");
        assertThat(text(compare(fine, failed(1062)))).isEqualTo("error 1062 only there");
        assertThat(text(compare(failed(1690), fine))).isEqualTo("? error by evaluation");
        assertThat(text(compare(fine, failed(1205)))).isEqualTo("? error by timing");
        assertThat(text(compare(failed(1054), failed(1064)))).isEqualTo("equal");
    }

    @Test
    void whatWasEndedSaysNothing() {
        Outcome late = new Outcome.TimedOut(true, Duration.ZERO);

        assertThat(text(compare(late, new Outcome.Updated(1, Duration.ZERO)))).isEqualTo("? timeout");
        assertThat(text(compare(failed(1064), late))).isEqualTo("? timeout");
    }

    @Test
    void affectedRowsAreCompared() {
        Outcome one = new Outcome.Updated(1, Duration.ZERO);
        Outcome two = new Outcome.Updated(2, Duration.ZERO);

        assertThat(text(compare(one, two))).isEqualTo("affected rows: fewer");
        assertThat(text(compare(two, one))).isEqualTo("affected rows: more");
        assertThat(text(OutcomeComparison.compare(
                        one, two, ComparisonRules.multiset().withoutCounts())))
                .isEqualTo("equal");
        assertThat(text(compare(one, new Outcome.Rows(List.of(), Duration.ZERO))))
                .isEqualTo("result set: there only");
    }

    private static Comparison compare(Outcome here, Outcome there) {
        return OutcomeComparison.compare(here, there, ComparisonRules.multiset());
    }

    private static Outcome failed(int code) {
        return new Outcome.Failed(new SqlError(code, "HY000", "no"), Duration.ZERO);
    }

    private static String text(Comparison comparison) {
        return comparison instanceof Comparison.Different different
                ? different.kind()
                : comparison instanceof Comparison.Incomparable not ? "? " + not.reason() : "equal";
    }
}
