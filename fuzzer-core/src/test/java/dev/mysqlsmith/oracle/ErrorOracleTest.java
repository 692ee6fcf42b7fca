package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ErrorOracleTest {

    @Test
    void itsNameHasTheNumber() {
        assertThat(Oracles.read("tlp,error=1105")).containsExactly("crash", "tlp", "error=1105");
        assertThat(ReplayOracles.of(Oracles.read("tlp,error=1105")).names()).containsExactly("error=1105", "tlp");
        assertThat(ReplayOracles.ofFinding("error=1105").names()).containsExactly("error=1105");
        assertThat(ErrorOracle.of("error=1105").map(Oracle::name)).contains("error=1105");
        assertThatThrownBy(() -> Oracles.read("error=abc")).hasMessageContaining("an error such as error=1105");
    }
}
