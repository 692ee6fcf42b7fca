package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Set;

/** Trees of statements that are known to parse. */
final class Trees {
    private Trees() {}

    static SyntaxTree.Node of(String sql, ServerVersion version) {
        ParseResult result = new SqlParser(version, Set.of()).parse(sql);
        assertThat(result).as(sql).isInstanceOf(ParseResult.Parsed.class);
        return ((ParseResult.Parsed) result).tree();
    }
}
