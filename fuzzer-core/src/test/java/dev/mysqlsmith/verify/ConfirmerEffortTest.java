package dev.mysqlsmith.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmerEffortTest {
    private static final Confirmer.Effort RARE = new Confirmer.Effort(3, 1500, Duration.ofMinutes(1));

    @Test
    void looksForARareFailureUntilItIsSeen() {
        assertThat(RARE.asksForMore(seen(0, 40), Duration.ofSeconds(50))).isTrue();
        assertThat(RARE.asksForMore(seen(1, 41), Duration.ofSeconds(50))).isFalse();
    }

    @Test
    void leavesARareFailureWhenItsTimeOrItsRunsAreOver() {
        assertThat(RARE.asksForMore(seen(0, 40), Duration.ofSeconds(61))).isFalse();
        assertThat(RARE.asksForMore(seen(0, 1500), Duration.ofSeconds(50))).isFalse();
    }

    @Test
    void makesTheLeastRunsWhateverTheyShowAndTake() {
        assertThat(RARE.asksForMore(seen(1, 1), Duration.ofSeconds(1))).isTrue();
        assertThat(RARE.asksForMore(seen(0, 2), Duration.ofMinutes(9))).isTrue();
    }

    @Test
    void aNumberOfRunsIsMadeAndNoMore() {
        Confirmer.Effort twice = Confirmer.Effort.ofRuns(2);
        assertThat(twice.asksForMore(seen(1, 1), Duration.ofMinutes(9))).isTrue();
        assertThat(twice.asksForMore(seen(0, 2), Duration.ZERO)).isFalse();
    }

    private static Confirmation seen(int hits, int runs) {
        return new Confirmation(hits, runs, List.of(), "", "");
    }
}
