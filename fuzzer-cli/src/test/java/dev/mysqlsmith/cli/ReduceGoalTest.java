package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReduceGoalTest {

    @Test
    void withoutAWordAllFailuresCount() {
        assertThat(meets(null, Kind.values())).containsExactly(Kind.values());
        assertThat(meets("crash", Kind.values())).containsExactly(Kind.values());
        assertThat(meets("assertion,tlp", Kind.values())).containsExactly(Kind.values());
    }

    @Test
    void someWordsAreKindsOfFailures() {
        assertThat(meets("assertion", Kind.values())).containsExactly(Kind.ASSERTION);
        assertThat(meets("error=1105", Kind.values())).containsExactly(Kind.ERROR);
        assertThat(meets("error=1105,assertion", Kind.values())).containsExactly(Kind.ASSERTION, Kind.ERROR);
        assertThat(Objects.requireNonNull(ReduceGoal.parse("error=1105", false).oracles())
                        .names())
                .containsExactly("error=1105");
        assertThat(ReduceGoal.parse("result", true).kinds()).containsExactly(Kind.WRONG_RESULT);
        assertThatThrownBy(() -> ReduceGoal.parse("result", false))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--against");
    }

    @Test
    void aCommandIsAllThatStandsBehindItsWord() {
        assertThat(ReduceGoal.parse("script=./a, b=c", false).command()).isEqualTo("./a, b=c");
        assertThatThrownBy(() -> ReduceGoal.parse("script=", false)).hasMessageContaining("expected a shell command");
        assertThatThrownBy(() -> ReduceGoal.parse("error=x", false))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("error=1105");
    }

    private static List<Kind> meets(String oracle, Kind... kinds) {
        ReduceGoal goal = ReduceGoal.parse(oracle, false);
        return List.of(kinds).stream()
                .filter(kind -> goal.isMet(new Signature(kind, "x")))
                .toList();
    }
}
