package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokensTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    /** What ends in the middle of something leaves nothing to the text behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"t.", "POSITION(a", "SELECT", "SELECT /*+ MRR", "/*!80000 a", "'a", "(("})
    void textsAreReadOnTheirOwn(String before) {
        SqlTokens tokens = new SqlTokens(VERSION);
        for (String sql : List.of("select", "b IN (1)", "/*+ MRR(t) */ c", "a */ b", "POSITION(a IN b)")) {
            tokens.of(before);
            assertThat(tokens.of(sql)).as(sql).isEqualTo(SqlTokens.of(sql, VERSION));
        }
    }
}
