package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WritePaceTest {
    private static final int TURN = 5;
    private static final int HOUR = 3600;

    @Test
    void atFirstEachTurnHasALine() {
        assertThat(lines(HOUR / 2)).hasSize(HOUR / 2 / TURN);
    }

    @Test
    void aNightHasFewLinesAndNoLongGaps() {
        List<Integer> lines = lines(8 * HOUR);

        assertThat(lines).hasSizeBetween(1_000, 2_000);
        IntStream.range(1, lines.size())
                .forEach(i ->
                        assertThat(lines.get(i) - lines.get(i - 1)).isLessThanOrEqualTo(lines.get(i) / 500 + TURN));
    }

    @Test
    void aCampaignThatIsResumedGoesOnAtOnce() {
        assertThat(new WritePace().isDue(8 * HOUR)).isTrue();
    }

    private static List<Integer> lines(int seconds) {
        WritePace pace = new WritePace();
        return IntStream.rangeClosed(1, seconds / TURN)
                .map(turn -> turn * TURN)
                .filter(pace::isDue)
                .boxed()
                .toList();
    }
}
