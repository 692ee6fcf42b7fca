package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;

class PredictionCacheTest {
    private static final long SEED = 0xCAC4E;
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    @Test
    void whatIsLearnedOfStatementsThatNeverComeAgainIsForgotten() {
        Random random = new Random(SEED);
        PredictionCache cache = new PredictionCache(2_000);
        int most = 0;
        for (int i = 0; i < 300; i++) {
            String sql = "WITH a AS (SELECT " + nested(random, 12) + ") DELETE FROM t";
            TokenBuffer tokens = new TokenBuffer(new SqlLexer(CharStreams.fromString(sql), VERSION, Set.of()));
            SyntaxTree.Node tree = new TreeParser(tokens, VERSION, PredictionMode.SLL, cache).parse();
            assertThat(tree.sql()).as("seed 0x%x", SEED).isEqualTo(sql);
            most = Math.max(most, cache.states());
        }
        assertThat(most).isBetween(2_000, 6_000);
        assertThat(cache.states()).isLessThan(most);
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
