package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a > 1                   | true",
                "NOT a                   | true",
                "a IN (1, 2)             | true",
                "a IS NULL               | true",
                "a                       | false",
                "a + 1                   | false",
                "LOG10(a)                | false",
                "a = USER()              | false",
                "a < CURRENT_TIMESTAMP   | false"
            })
    void aCheckWantsAConditionThatStaysTheSame(String condition, boolean fits) {
        ParseResult parsed = new SqlParser(ServerVersion.parse("8.0.33"), Set.of())
                .parse("CREATE TABLE t (a INT, CONSTRAINT k CHECK (" + condition + "))");
        SyntaxTree.Node tree = ((ParseResult.Parsed) parsed).tree();
        assertThat(Conditions.isCheck(constraint(tree))).isEqualTo(fits);
    }

    private static SyntaxTree.Node constraint(SyntaxTree.Node tree) {
        SyntaxTree.Node node =
                tree.is("root") ? (SyntaxTree.Node) tree.children().get(0) : tree;
        for (String rule : new String[] {"createTableStatement", "createTableBody"}) {
            node = node.is(rule) ? node : node.children(rule).get(0);
        }
        return node.children("tableElement")
                .get(1)
                .children("tableConstraintDefinition")
                .get(0);
    }
}
