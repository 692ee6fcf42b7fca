package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.generate.UsedChoices;
import dev.mysqlsmith.random.Choices;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final int KIND = 0;
    private static final int CAUSE = 1;
    private static final int COMPANION = 2;
    private static final int ALONE = 3;
    private static final int UNUSED = 4;

    @Test
    void creditGoesToTheCauseAndNotToItsCompanion() {
        Regression regression = learned(600);
        assertThat(regression.mean(CAUSE)).isGreaterThan(0.8);
        assertThat(Math.abs(regression.mean(COMPANION))).isLessThan(regression.mean(CAUSE) / 2);
        assertThat(regression.mean(ALONE)).isLessThan(-0.1);
    }

    @Test
    void whatIsUsualForAKindIsNoCreditOfItsChoices() {
        Regression regression = new Regression(5, 0.05);
        Choices choices = Choices.seeded(12);
        for (int i = 0; i < 600; i++) {
            regression.learn(UsedChoices.of(KIND, CAUSE), choices.chance(0.1));
            regression.learn(UsedChoices.of(ALONE, COMPANION), choices.chance(0.7));
        }
        assertThat(Math.abs(regression.mean(CAUSE))).isLessThan(0.2);
        assertThat(Math.abs(regression.mean(COMPANION))).isLessThan(0.2);
        assertThat(regression.knows(UNUSED)).isFalse();
        assertThat(regression.knows(CAUSE)).isTrue();
    }

    @Test
    void drawsAreNearerToTheMeanTheMoreIsKnown() {
        assertThat(spread(learned(600))).isLessThan(spread(learned(8)) * 0.8);
    }

    @Test
    void whatIsWrittenDownIsAllThatIsKnown() {
        Regression first = learned(50);
        Regression second = new Regression(5, 0.05);
        IntStream.range(0, 5).forEach(id -> second.restore(id, first.mean(id), first.variance(id)));
        first.learn(UsedChoices.of(KIND, CAUSE), true);
        second.learn(UsedChoices.of(KIND, CAUSE), true);
        assertThat(second.mean(CAUSE)).isEqualTo(first.mean(CAUSE));
        assertThat(second.draw(CAUSE, Choices.seeded(1))).isEqualTo(first.draw(CAUSE, Choices.seeded(1)));
    }

    /** Plans with the cause are new nine times in ten, others twice; the companion mostly comes with it. */
    private static Regression learned(int plans) {
        Regression regression = new Regression(5, 0.05);
        Choices choices = Choices.seeded(11);
        for (int i = 0; i < plans; i++) {
            boolean cause = choices.chance(0.5);
            boolean companion = choices.chance(cause ? 0.8 : 0.3);
            boolean isNew = choices.chance(cause ? 0.9 : 0.2);
            regression.learn(
                    companion
                            ? UsedChoices.of(KIND, cause ? CAUSE : ALONE, COMPANION)
                            : UsedChoices.of(KIND, cause ? CAUSE : ALONE),
                    isNew);
        }
        return regression;
    }

    private static double spread(Regression regression) {
        double mean = regression.mean(CAUSE);
        return IntStream.range(0, 300)
                .mapToDouble(i -> Math.abs(regression.draw(CAUSE, Choices.seeded(i)) - mean))
                .average()
                .orElseThrow();
    }
}
