package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OraclesTest {
    @Test
    void crashIsAlwaysAmongThem() {
        assertThat(Oracles.read("tlp, norec")).containsExactly("crash", "tlp", "norec");
        assertThat(Oracles.read("all")).containsExactly("crash", "tlp", "norec", "dqp", "wrap");
        assertThat(QueryOracles.of(Oracles.read("dqp")).names()).containsExactly("dqp");
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
        QueryOracles oracles = QueryOracles.ofFinding("tlp");
        assertThat(oracles.judge(4, 5)).isTrue();
        assertThat(oracles.judge(3, 5)).isFalse();
        assertThat(QueryOracles.ofFinding("crash").judge(4, 5)).isFalse();
    }
}
