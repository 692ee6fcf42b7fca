package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operand belongs to which operator: the tree in brackets, single children left out. */
class PrecedenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a OR b AND c | [a OR [b AND c]]
            a XOR b OR c | [[a XOR b] OR c]
            a OR b XOR c AND d | [a OR [b XOR [c AND d]]]
            a AND b AND c | [[a AND b] AND c]
            NOT a AND b | [[NOT a] AND b]
            NOT a = b | [NOT [a = b]]
            NOT a IS NULL | [NOT [a IS NULL]]
            a = b = c | [[a = b] = c]
            a = b IS NULL | [[a = b] IS NULL]
            a = b IS TRUE | [[a = b] IS TRUE]
            a + b * c | [a + [b * c]]
            a * b + c | [[a * b] + c]
            a - b - c | [[a - b] - c]
            a - b * c ^ d | [a - [b * [c ^ d]]]
            a << b + c | [a << [b + c]]
            a & b << c | [a & [b << c]]
            a ! b | -
            a DIV b MOD c | [[a DIV b] MOD c]
            -a ^ b | [[- a] ^ b]
            - a COLLATE c | [- [a COLLATE c]]
            !a = b | [[! a] = b]
            a + INTERVAL 1 DAY + b | [[a + [INTERVAL 1 DAY]] + b]
            INTERVAL 1 DAY + a * b = c AND d | [[[INTERVAL 1 DAY] + [[a * b] = c]] AND d]
            a * INTERVAL 1 DAY + NOT b IS TRUE OR c | [[a * [[INTERVAL 1 DAY] + [NOT b IS TRUE]]] OR c]
            a BETWEEN b AND c AND d | [[a [BETWEEN b AND c]] AND d]
            a IN (b) = c | [[a [IN [( b )]]] = c]
            a LIKE b ESCAPE c | [a [LIKE b ESCAPE c]]
            @a := b OR c | [@a := [b OR c]]
            """)
    void expression(String sql, String tree) {
        assertThat(shape("SELECT " + sql, "expression")).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TABLE a UNION TABLE b UNION TABLE c | [[[TABLE a] UNION [TABLE b]] UNION [TABLE c]]
            TABLE a UNION TABLE b INTERSECT TABLE c | [[TABLE a] UNION [[TABLE b] INTERSECT [TABLE c]]]
            TABLE a INTERSECT TABLE b EXCEPT TABLE c | [[[TABLE a] INTERSECT [TABLE b]] EXCEPT [TABLE c]]
            """)
    void setOperation(String sql, String tree) {
        assertThat(shape(sql, "queryExpressionBody")).isEqualTo(tree);
    }

    private static String shape(String sql, String rule) {
        ParseResult result = new SqlParser(ServerVersion.parse("8.0.33"), Set.of()).parse(sql);
        return result instanceof ParseResult.Parsed parsed ? brackets(first(parsed.tree(), rule)) : "-";
    }

    private static SyntaxTree.Node first(SyntaxTree.Node tree, String rule) {
        if (tree.is(rule)) {
            return tree;
        }
        return tree.children().stream()
                .filter(SyntaxTree.Node.class::isInstance)
                .map(child -> first((SyntaxTree.Node) child, rule))
                .filter(node -> node.is(rule))
                .findFirst()
                .orElse(tree);
    }

    private static String brackets(SyntaxTree tree) {
        if (tree instanceof SyntaxTree.Token token) {
            return token.text();
        }
        SyntaxTree.Node node = (SyntaxTree.Node) tree;
        if (node.children().size() == 1) {
            return brackets(node.children().get(0));
        }
        return node.children().stream().map(PrecedenceTest::brackets).collect(Collectors.joining(" ", "[", "]"));
    }
}
