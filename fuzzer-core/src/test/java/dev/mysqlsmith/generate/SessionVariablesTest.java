package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionVariablesTest {

    /** A round begins with a clock that stands still; the values that set it going again are these two. */
    @Test
    void noSettingSetsTheClockGoing() {
        List<SessionVariables.Setting> settings =
                SessionVariables.of(ServerVersion.parse("8.0.33"), Profile.named("default"));
        assertThat(settings)
                .filteredOn(setting -> setting.name().equals("timestamp"))
                .isNotEmpty()
                .extracting(SessionVariables.Setting::value)
                .doesNotContain("default", "0");
    }
}
