package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundHealthTest {
    private final Schema schema = new Schema("d");
    private final RoundHealth health = new RoundHealth();

    @Test
    void aRoundWhoseStatementsMostlyFailIsOver() {
        schema.put(Table.base("t1", List.of()));
        ran(50, true);
        ran(59, false);
        assertThat(health.reset(schema)).isEmpty();
        ran(1, false);
        assertThat(health.reset(schema)).contains("most statements fail");
        ran(60, true);
        assertThat(health.reset(schema)).isEmpty();
    }

    @Test
    void soIsOneWithoutTablesButNotAtItsBeginning() {
        ran(99, true);
        assertThat(health.reset(schema)).isEmpty();
        ran(1, true);
        assertThat(health.reset(schema)).contains("no table is left");
    }

    private void ran(int statements, boolean succeeded) {
        for (int i = 0; i < statements; i++) {
            health.ran(succeeded);
        }
    }
}
