package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafShapesTest {
    private static final ServerVersion VERSION = ServerVersion.parse("8.0.33");
    private final Lexicon lexicon = new Lexicon(VERSION, new Values(VERSION));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tableRef   | d.t",
                "columnRef  | a1.c1",
                "expression | - 5",
                "expression | ST_GeomFromText('POINT(1 1)')",
                "dataType   | ENUM ('a', 'b', 'c')",
                "dataType   | DECIMAL (10, 2)"
            })
    void findsTheTreeOfAText(String rule, String sql) {
        SyntaxTree.Node tree = lexicon.leaf(GrammarModel.mysql().rule(rule), sql);
        assertThat(tree.is(rule)).isTrue();
        assertThat(tree.sql()).isEqualTo(sql);
        assertThat(lexicon.leaf(GrammarModel.mysql().rule(rule), sql)).isEqualTo(tree);
    }

    @Test
    void findsTheNodesBetweenARuleAndOneInIt() {
        SyntaxTree.Node call = lexicon.leaf(GrammarModel.mysql().rule("functionCall"), "ABS(1)");
        SyntaxTree.Node tree = lexicon.wrap(GrammarModel.mysql().rule("expression"), call);
        assertThat(tree).isEqualTo(lexicon.leaf(GrammarModel.mysql().rule("expression"), "ABS(1)"));
        assertThatThrownBy(() -> lexicon.wrap(GrammarModel.mysql().rule("tableRef"), call))
                .hasMessageContaining("tableRef");
    }

    @Test
    void refusesWhatTheRuleCanNotBe() {
        assertThatThrownBy(() -> lexicon.leaf(GrammarModel.mysql().rule("newColumnName"), "a.b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("newColumnName");
        assertThatThrownBy(() -> lexicon.leaf(GrammarModel.mysql().rule("expression"), " "))
                .hasMessageContaining("has no tokens");
    }
}
