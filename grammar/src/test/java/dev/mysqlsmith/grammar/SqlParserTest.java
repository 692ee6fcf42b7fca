package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlParserTest {
    private final SqlParser parser = new SqlParser(ServerVersion.parse("8.0.33"), Set.of());

    @Test
    void anErrorTellsPlaceTextAndWhatWasExpected() {
        SyntaxError error = rejected("SELECT a\nFROM t WHERE b = 1 GROUP c");
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(26);
        assertThat(error.offending()).isEqualTo("c");
        assertThat(error.message()).isEqualTo("unexpected 'c', expected BY");
    }

    @Test
    void anErrorAtTheEndSaysSo() {
        assertThat(rejected("CREATE TABLE t (a INT").message()).startsWith("unexpected end of the statement, expected");
    }

    @Test
    void whatTheVersionLacksIsNamedWithTheVersionsThatHaveIt() {
        SyntaxError error = rejected("CREATE VIEW IF NOT EXISTS v AS SELECT 1");
        assertThat(error.column()).isEqualTo(1);
        assertThat(error.message())
                .isEqualTo("the syntax that begins at 'CREATE' is not in version 8.0.33, only from 9.1.0 on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT rank() OVER (ORDER BY a) FROM t      | rank       | only from 8.0.2 on",
                "SELECT a, count(*) OVER (ORDER BY b) FROM t | OVER       | only from 8.0.2 on",
                "WITH a AS (SELECT 1) SELECT * FROM a        | WITH       | only from 8.0.1 on",
                "SELECT * FROM t, LATERAL (SELECT 1) AS a    | LATERAL    | only from 8.0.14 on",
                "SELECT 1 FROM JSON_TABLE('[]', '$' COLUMNS (a FOR ORDINALITY)) AS j | JSON_TABLE | only from 8.0.4 on",
            })
    void whatAnOlderVersionLacksIsNamedThoughItHasNotTheWords(String sql, String where, String since) {
        SqlParser old = new SqlParser(ServerVersion.parse("5.7.22"), Set.of());
        ParseResult.Rejected rejected = (ParseResult.Rejected) old.parse(sql);
        assertThat(rejected.error().message())
                .contains("begins at '" + where + "'")
                .endsWith(since);
    }

    @Test
    void anInnerPartThatTheVersionLacksIsPointedAt() {
        SyntaxError error = rejected("EXPLAIN FORMAT = JSON INTO @x SELECT 1");
        assertThat(error.column()).isEqualTo(23);
        assertThat(error.offending()).isEqualTo("INTO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'abc", "SELECT \"abc", "SELECT `abc", "SELECT 'abc\\'"})
    void quotesThatDoNotEnd(String sql) {
        SyntaxError error = rejected(sql);
        assertThat(error.column()).isEqualTo(8);
        assertThat(error.message()).contains("has no closing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "   ",
                "-- only a comment",
                "/* open",
                "SELECT /*+ open",
                "SELECT \u0000",
                "SELECT \uFFFD\uFFFD(",
                "SELECT 1 \\",
                "SELECT 1;;",
                "SELECT 1; SELECT 2",
                "SELECT @"
            })
    void nonsenseIsRejectedAndNothingElseHappens(String sql) {
        assertThat(rejected(sql).message()).isNotBlank();
    }

    @Test
    void deepNestingGivesAResultOrAnError() {
        assertThat(parser.parse("SELECT " + "(".repeat(100) + "1" + ")".repeat(100)))
                .isInstanceOf(ParseResult.Parsed.class);
        assertThat(rejected("SELECT " + "(".repeat(10_000) + "1" + ")".repeat(10_000))
                        .message())
                .contains("nested too deep");
        assertThat(parser.parse("SELECT " + "NOT ".repeat(10_000) + "1")).isNotNull();
        assertThat(parser.parse("SELECT " + "- ".repeat(10_000) + "1")).isNotNull();
        assertThat(parser.parse("SELECT " + "(SELECT ".repeat(3_000) + "1" + ")".repeat(3_000)))
                .isNotNull();
    }

    @Test
    void longListsAndChainsAreNoNesting() {
        assertThat(parser.parse("SELECT 1" + " + 1".repeat(5_000))).isInstanceOf(ParseResult.Parsed.class);
        assertThat(parser.parse("INSERT INTO t VALUES (1)" + ", (1)".repeat(20_000)))
                .isInstanceOf(ParseResult.Parsed.class);
    }

    @Test
    void aTreeAsDeepAsASumIsLongIsWrittenAndCompared() {
        String sum = "SELECT 1" + " + 1".repeat(200_000);
        ParseResult.Parsed parsed = (ParseResult.Parsed) parser.parse(sum);
        assertThat(parsed.tree().sql()).isEqualTo(sum);
        assertThat(parser.parse(sum).equals(parsed)).isTrue();
        assertThat(parser.parse(sum).hashCode()).isEqualTo(parsed.hashCode());
        assertThat(parser.parse(sum + "0").equals(parsed)).isFalse();
    }

    @Test
    void statementsOfTenMegabytesGiveAResultOrAnError() {
        int size = 10_000_000;
        assertThat(parser.parse("SELECT '" + "x".repeat(size) + "'")).isInstanceOf(ParseResult.Parsed.class);
        assertThat(parser.parse("SELECT 1 /*" + "x".repeat(size) + "*/")).isInstanceOf(ParseResult.Parsed.class);
        assertThat(rejected("SELECT `" + "x".repeat(size)).message()).contains("has no closing");
        assertThat(rejected("SELECT " + "(".repeat(size)).message()).contains("nested too deep");
        assertThat(rejected("SELECT " + "- ".repeat(size / 2) + "1").message()).contains("nested too deep");
        String row = ", (1, '" + "x".repeat(90) + "')";
        assertThat(parser.parse("INSERT INTO t VALUES (0, '')" + row.repeat(size / row.length())))
                .isInstanceOf(ParseResult.Parsed.class);
    }

    @Test
    void underHighNotPrecedenceNotIsStillPartOfOtherWords() {
        SqlParser high = new SqlParser(ServerVersion.parse("8.0.33"), Set.of(SqlMode.HIGH_NOT_PRECEDENCE));
        assertThat(high.parse("CREATE TABLE IF NOT EXISTS t (a INT NOT NULL CHECK (a IS NOT NULL) NOT ENFORCED)"))
                .isInstanceOf(ParseResult.Parsed.class);
        assertThat(high.parse("SELECT NOT a IN (1) AND b = NOT c AND d IS NOT TRUE"))
                .isInstanceOf(ParseResult.Parsed.class);
    }

    @Test
    void theTreeIsTheStatementsWithoutTheSemicolon() {
        ParseResult.Parsed parsed = (ParseResult.Parsed) parser.parse("SELECT 1;");
        assertThat(parsed.tree().is("statement")).isTrue();
        assertThat(parsed.tree().sql()).isEqualTo("SELECT 1");
    }

    private SyntaxError rejected(String sql) {
        ParseResult result = parser.parse(sql);
        assertThat(result).isInstanceOf(ParseResult.Rejected.class);
        return ((ParseResult.Rejected) result).error();
    }
}
