package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void aFeatureIsCountedOnceHoweverOftenItOccurs() {
        assertThat(features("WITH c AS (SELECT 1) SELECT * FROM c JOIN c d JOIN c e GROUP BY 1 LIMIT 3"))
                .containsExactlyInAnyOrder("common table expression", "join", "GROUP BY", "LIMIT");
    }

    @Test
    void aPlainStatementHasNone() {
        assertThat(features("SELECT 1")).isEmpty();
    }

    private static Set<String> features(String sql) {
        ParseResult result = new SqlParser(ServerVersion.parse("8.0.33"), Set.of()).parse(sql);
        return Features.of(((ParseResult.Parsed) result).tree());
    }
}
