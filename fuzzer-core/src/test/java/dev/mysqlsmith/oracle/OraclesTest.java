package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OraclesTest {
    @Test
    void crashIsAlwaysAmongThem() {
        assertThat(Oracles.read("tlp, norec")).containsExactly("crash", "tlp", "norec");
        assertThat(Oracles.read("all")).containsExactlyElementsOf(Oracles.names());
        assertThat(ReplayOracles.of(Oracles.read("dqp")).names()).containsExactly("dqp");
    }

    @Test
    void differentialNeedsServersToCompareWith() {
        assertThat(Oracles.read("tlp", true)).containsExactly("crash", "differential", "tlp");
        assertThat(Oracles.read("differential", true)).containsExactly("crash", "differential");
        assertThatThrownBy(() -> Oracles.read("differential")).hasMessageContaining("--against");
    }

    @Test
    void aWrongNameSaysTheNearest() {
        assertThatThrownBy(() -> Oracles.read("crash,norek"))
                .hasMessageContaining("no oracle 'norek'")
                .hasMessageContaining("'norec'");
    }

    @Test
    void aFindingsOracleJudgesTheLastStatement() {
        ReplayOracles oracles = ReplayOracles.ofFinding("tlp");
        assertThat(oracles.at(4, 5)).containsExactly("tlp");
        assertThat(oracles.at(3, 5)).isEmpty();
        assertThat(ReplayOracles.ofFinding("crash").at(4, 5)).isEmpty();
    }

    @Test
    void whatEndsTheServerJudgesAtTheEnd() {
        ReplayOracles oracles = ReplayOracles.of(Oracles.read("durability,state,tlp"));
        assertThat(oracles.at(3, 5)).containsExactly("tlp", "state");
        assertThat(oracles.at(4, 5)).containsExactly("tlp", "state", "durability");
    }
}
