package dev.mysqlsmith.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SqlReducerTest {
    private static final String SCRIPT = """
            CREATE TABLE t1 (a INT);
            DELIMITER //
            CREATE PROCEDURE p() BEGIN SELECT 1; SELECT COUNT(DISTINCT a) FROM t1; END//
            DELIMITER ;
            SELECT * FROM t1;
            """;

    @Test
    void aPredicateAndAScriptGiveAScript() {
        assertThat(SqlReducer.of(script -> script.contains("DISTINCT")).reduce(SCRIPT))
                .isEqualTo("SELECT DISTINCT a;\n");
    }

    @Test
    void candidatesAreScriptsOfTheClient() {
        String small = SqlReducer.of(script -> script.contains("DELIMITER //\n") && script.contains("SELECT 1;"))
                .within(ReduceBudget.ofTime(Duration.ofMinutes(1), 2))
                .reduce(SCRIPT);

        assertThat(small)
                .startsWith("DELIMITER //\nCREATE ")
                .contains("SELECT 1;")
                .endsWith("END//\n");
    }

    @Test
    void aPredicateThatDoesNotHoldAtFirstOrThrowsIsTold() {
        assertThatThrownBy(() -> SqlReducer.of(script -> false).reduce(SCRIPT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not hold for its 3 statements");
        assertThatThrownBy(() -> SqlReducer.of(script -> true).reduce("-- nothing\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one statement");
        assertThatThrownBy(() -> SqlReducer.of(script -> {
                            if (!script.equals(SCRIPT) && !script.contains("PROCEDURE")) {
                                throw new IllegalStateException("no disk");
                            }
                            return true;
                        })
                        .reduce(SCRIPT))
                .isInstanceOf(ReduceFaultException.class)
                .hasMessageContaining("no disk");
    }
}
