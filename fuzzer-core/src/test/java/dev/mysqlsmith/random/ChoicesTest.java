package dev.mysqlsmith.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void givesTheSameForTheSameSeedOnAnyMachine() {
        Choices choices = Choices.seeded(7);
        assertThat(LongStream.range(0, 3).map(i -> choices.bits()).boxed().toList())
                .containsExactly(0xB8B4C2977EABCE45L, 0xA65305FD338EC8FEL, 0x8CA3CBB6CA63129BL);
    }

    @Test
    void splitsDependOnSeedAndLabelOnly() {
        Choices used = Choices.seeded(7);
        used.bits();
        assertThat(used.split(1).bits()).isEqualTo(Choices.seeded(7).split(1).bits());
        assertThat(used.split(1).bits()).isNotEqualTo(used.split(2).bits());
    }

    @Test
    void staysBelowItsBound() {
        Choices choices = Choices.seeded(1);
        assertThat(IntStream.range(0, 10_000)
                        .map(i -> choices.below(7))
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList())
                .isEqualTo(List.of(0, 1, 2, 3, 4, 5, 6));
        assertThatThrownBy(() -> choices.below(0)).hasMessageContaining("bound 0");
    }

    @Test
    void picksByWeight() {
        Choices choices = Choices.seeded(2);
        int[] counts = new int[3];
        IntStream.range(0, 10_000).forEach(i -> counts[choices.weighted(new double[] {1, 0, 3})]++);
        assertThat(counts[1]).isZero();
        assertThat(counts[2]).isBetween(7_200, 7_800);
    }
}
