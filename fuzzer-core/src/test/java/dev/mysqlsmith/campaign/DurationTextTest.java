package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @Test
    void readsWhatPeopleWrite() {
        assertThat(DurationText.parse("8h")).isEqualTo(Duration.ofHours(8));
        assertThat(DurationText.parse("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(DurationText.parse(" 90S ")).isEqualTo(Duration.ofSeconds(90));
        assertThat(DurationText.parse("2d1s")).isEqualTo(Duration.ofDays(2).plusSeconds(1));
    }

    @Test
    void writesWhatItReads() {
        assertThat(DurationText.format(Duration.ofSeconds(3_661))).isEqualTo("1h1m1s");
        assertThat(DurationText.format(Duration.ofMillis(999))).isEqualTo("0s");
        assertThat(DurationText.parse(DurationText.format(Duration.ofDays(3)))).isEqualTo(Duration.ofDays(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "5x", "m", "-5m", "0s", "1.5h", "30m1h", "99999999999999999999s", "9223372036854775807d"
            })
    void namesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("90s");
    }
}
