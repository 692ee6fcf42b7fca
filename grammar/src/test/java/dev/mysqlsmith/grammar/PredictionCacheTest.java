package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredictionCacheTest {
    private static final long SEED = 0xCAC4E;

    @Test
    void whatIsLearnedOfStatementsThatNeverComeAgainIsForgotten() {
        Random random = new Random(SEED);
        SqlParser parser = new SqlParser(ServerVersion.parse("8.0.33"), Set.of());
        int most = 0;
        for (int i = 0; i < 600; i++) {
            String sql = "WITH a AS (SELECT " + nested(random, 12) + ") DELETE FROM t";
            assertThat(parser.parse(sql)).as("seed 0x%x", SEED).isInstanceOf(ParseResult.Parsed.class);
            most = Math.max(most, PredictionCache.size());
        }
        assertThat(most).isBetween(20_000, 30_000);
        assertThat(PredictionCache.size()).isLessThan(most);
    }

    private static String nested(Random random, int depth) {
        if (depth == 0) {
            return "1";
        }
        String inner = nested(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> "(" + inner + ")";
            case 1 -> "f(2, " + inner + ")";
            case 2 -> "CASE " + inner + " WHEN 1 THEN 2 END";
            case 3 -> "CAST(" + inner + " AS CHAR)";
            case 4 -> "(SELECT " + inner + ")";
            default -> "a IN (" + inner + ")";
        };
    }
}
