package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Schema;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");

    private final Expansion expansion = new Expansion(
            new GeneratorTools(new GeneratorSettings(Profile.named("default"), VERSION, "d")),
            Choices.seeded(3),
            new World(new Schema("d"), VERSION));

    @Test
    void literalsGiveWayToMarkersAndCanBePutBack() {
        SyntaxTree.Node query = tree("SELECT a + 1, 'x', DATE '2020-01-01' FROM t WHERE b IN (2, NULL, -3.5) LIMIT 4");
        boolean some = false;
        for (int i = 0; i < 20; i++) {
            Parameters.Statement prepared = Parameters.in(query, expansion);
            String sql = prepared.tree().sql();
            for (String value : prepared.values()) {
                sql = sql.replaceFirst("\\?", value);
                some = true;
            }
            assertThat(sql).isEqualTo(query.sql());
        }
        assertThat(some).isTrue();
    }

    @Test
    void positionsStayAsTheyAre() {
        SyntaxTree.Node query = tree("SELECT a FROM t GROUP BY 1 ORDER BY 1");
        for (int i = 0; i < 20; i++) {
            assertThat(Parameters.in(query, expansion).tree()).isEqualTo(query);
        }
    }

    private static SyntaxTree.Node tree(String sql) {
        return ((ParseResult.Parsed) new SqlParser(VERSION, Set.of()).parse(sql)).tree();
    }
}
