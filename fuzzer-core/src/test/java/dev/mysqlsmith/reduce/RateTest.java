package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void aCertainFailureNeedsOneRun() {
        assertThat(new Rate(3, 3).runsToSee(0.001)).isEqualTo(1);
        assertThat(new Rate(3, 3).isKnown()).isTrue();
        assertThat(new Rate(2, 2).isKnown()).isFalse();
    }

    @Test
    void aFailureOfEveryFifthRunNeedsMoreRunsThanItsRateAloneSays() {
        // 0.8^31 is a thousandth; the rate of ten hits may be lower than it looks
        assertThat(new Rate(10, 50).runsToSee(0.001)).isBetween(31, 60);
        assertThat(new Rate(10, 50).runsToSee(0.01)).isLessThan(new Rate(10, 50).runsToSee(0.001));
    }

    @Test
    void fewerHitsAskForMoreRuns() {
        assertThat(new Rate(2, 10).runsToSee(0.001)).isGreaterThan(new Rate(20, 100).runsToSee(0.001));
    }

    @Test
    void aRareFailureIsMeasuredUpToABound() {
        assertThat(new Rate(1, 99).isKnown()).isFalse();
        assertThat(new Rate(1, 100).isKnown()).isTrue();
        assertThat(new Rate(1, 100).runsToSee(0.001)).isGreaterThan(500);
    }

    @Test
    void itIsReadAsHitsOfRuns() {
        assertThat(new Rate(10, 48)).hasToString("10 of 48 runs");
        assertThat(new Rate(12, 48).value()).isEqualTo(0.25);
    }
}
