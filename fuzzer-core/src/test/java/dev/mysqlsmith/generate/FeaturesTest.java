package dev.mysqlsmith.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final Features SOME = features(
            "withClause                 CTE",
            "joinedTable                join",
            "joinedTable/NATURAL        NATURAL",
            "booleanPrimary/'<=>'       null-safe",
            "engineName=myisam          MyISAM",
            "functionName=st_*          spatial",
            "functionName=mbr*          spatial",
            "insertStatement/tableRef=v* through a view");

    @Test
    void aFeatureIsCountedOnceHoweverOftenItOccurs() {
        assertThat(found("WITH c AS (SELECT 1) SELECT * FROM c JOIN c d JOIN c e WHERE 1 <=> 2"))
                .containsExactly("CTE", "join", "null-safe");
    }

    @Test
    void aPlainStatementHasNone() {
        assertThat(found("SELECT 1 = 2")).isEmpty();
    }

    @Test
    void aPartOfARuleIsAFeatureOfItsOwn() {
        assertThat(found("SELECT * FROM a NATURAL LEFT JOIN b")).containsExactly("join", "NATURAL");
    }

    @Test
    void aTextOrItsBeginningIsAFeature() {
        assertThat(found("CREATE TABLE t (a INT) ENGINE = MyISAM")).containsExactly("MyISAM");
        assertThat(found("CREATE TABLE t (a INT) ENGINE = InnoDB")).isEmpty();
        assertThat(found("SELECT ST_X(a), MBRWithin(a, b)")).containsExactly("spatial");
        assertThat(found("INSERT INTO v1 SELECT * FROM t")).containsExactly("through a view");
        assertThat(found("INSERT INTO t SELECT * FROM v1")).isEmpty();
    }

    @Test
    void aWrongNameTellsTheNearest() {
        assertThatThrownBy(() -> features("joinTable join"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'joinedTable'");
        assertThatThrownBy(() -> features("joinedTable/NATURALE join")).hasMessageContaining("'NATURAL'");
        assertThatThrownBy(() -> features("joinedTable")).hasMessageContaining("RULE[/SYMBOL]");
    }

    @Test
    void theListThatComesWithTheToolIsRight() {
        assertThat(Features.standard().names()).contains("joins: any");
    }

    private static SyntaxTree.Node tree(String sql) {
        ParseResult result = new SqlParser(ServerVersion.parse("8.0.33"), Set.of()).parse(sql);
        return ((ParseResult.Parsed) result).tree();
    }

    private static Features features(String... lines) {
        return new Features(FeatureSign.read(List.of(lines)));
    }

    private static List<String> found(String sql) {
        return SOME.of(tree(sql)).stream().mapToObj(SOME::name).toList();
    }
}
