package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "0.3                               | 0.0",
                "t1.c2 = 'abc'                     | c = ''",
                "`a` and not b is null             | c AND NOT c IS NULL",
                "coalesce(a, 1) > 3e4              | COALESCE() < 0e0",
                "a in (select b from t where c)    | c IN ( query )",
                "a != some (select b from t)       | x <> ANY ( query )",
                "abs(a) > all (select b from t)    | x < ANY ( query )",
                "not not abs(a) <= all (select b from t) | x < ANY ( query )",
                "not (a < 1)                       | NOT ( c < 0 )",
                "a + b is not false                | x IS truth",
                "a < 1 is unknown                  | c < 0 IS UNKNOWN",
                "(a, max(b)) <=> (1, case when c then 1 end) | row <=> row",
                "case when a then b end * (c)      | CASE * ( c )"
            })
    void whatVariesIsLeftOut(String expression, String shape) {
        assertThat(ExpressionShape.of(tree(expression))).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.3         | true",
                "(a + 1) * b | true",
                "abs(a)      | true",
                "a           | true",
                "a < 1       | false",
                "NOT a       | false",
                "a IS NULL   | false",
                "a IN (1)    | false",
                "a AND b     | false",
                "EXISTS (SELECT 1) | false"
            })
    void someGiveNoTruthValueThemselves(String expression, boolean value) {
        assertThat(ExpressionShape.isValue(tree(expression))).isEqualTo(value);
    }

    @Test
    void longOnesAreCut() {
        assertThat(ExpressionShape.of(tree("a" + " + a".repeat(100))))
                .hasSizeLessThan(110)
                .endsWith("...");
    }

    private static SyntaxTree.Node tree(String expression) {
        return Trees.of("SELECT " + expression, ServerVersion.parse("8.0.33"))
                .all("expression")
                .get(0);
    }
}
