package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.junit.jupiter.api.Test;

class SqlLexerTest {
    @Test
    void wordsAreKeywordsOnlyInVersionsThatHaveThem() {
        assertThat(types("8.0.33", "select rank")).isEqualTo("SELECT RANK");
        assertThat(types("5.7.22", "select rank")).isEqualTo("SELECT IDENT");
        assertThat(types("9.7.4", "master_host")).isEqualTo("IDENT");
        assertThat(types("8.0.33", "master_host")).isEqualTo("MASTER_HOST");
    }

    @Test
    void functionWordsNeedTheirParenthesis() {
        assertThat(types("8.0.33", "count(")).isEqualTo("COUNT LEFT_PARENTHESIS");
        assertThat(types("8.0.33", "count (")).isEqualTo("IDENT LEFT_PARENTHESIS");
        assertThat(types("count (", SqlMode.IGNORE_SPACE)).isEqualTo("COUNT LEFT_PARENTHESIS");
        assertThat(types("8.0.33", "avg (")).isEqualTo("AVG LEFT_PARENTHESIS");
    }

    @Test
    void afterADotAnyWordIsAName() {
        assertThat(types("8.0.33", "t.select")).isEqualTo("IDENT DOT IDENT");
        assertThat(types("8.0.33", "t .count(")).isEqualTo("IDENT DOT IDENT LEFT_PARENTHESIS");
        assertThat(types("8.0.33", "`t`.1a")).isEqualTo("QUOTED_IDENT DOT IDENT");
        assertThat(types("8.0.33", "a.1e5.from")).isEqualTo("IDENT DOT IDENT DOT IDENT");
        assertThat(types("8.0.33", "1 .5")).isEqualTo("INT_NUMBER DECIMAL_NUMBER");
        assertThat(types("8.0.33", "t.*")).isEqualTo("IDENT DOT STAR");
    }

    @Test
    void numbers() {
        assertThat(types("8.0.33", "1 1.5 .5 1. 1e5 1.5e-5 0x1f 0b01 x'1f' b'01'"))
                .isEqualTo("INT_NUMBER DECIMAL_NUMBER DECIMAL_NUMBER DECIMAL_NUMBER FLOAT_NUMBER FLOAT_NUMBER"
                        + " HEX_NUMBER BIT_NUMBER HEX_NUMBER BIT_NUMBER");
        assertThat(types("8.0.33", "1a 0xg 0b12 1e")).isEqualTo("IDENT IDENT IDENT IDENT");
    }

    @Test
    void betweenTheArgumentsOfPositionStandsAnInOfItsOwn() {
        assertThat(types("8.0.33", "POSITION(a IN b IN (1))"))
                .isEqualTo("POSITION LEFT_PARENTHESIS IDENT POSITION_IN IDENT IN LEFT_PARENTHESIS INT_NUMBER"
                        + " RIGHT_PARENTHESIS RIGHT_PARENTHESIS");
        assertThat(types("8.0.33", "POSITION((1 IN (2)) IN POSITION(CASE WHEN 1 IN (2) THEN 3 END IN 4))")
                        .split(" "))
                .filteredOn(type -> type.endsWith("IN"))
                .containsExactly("IN", "POSITION_IN", "IN", "POSITION_IN");
        assertThat(types("8.0.33", "POSITION(1) IN (2)").split(" "))
                .contains("IN")
                .doesNotContain("POSITION_IN");
    }

    @Test
    void variables() {
        assertThat(types("8.0.33", "@a @`b c` @'d' @a.b @@global.x"))
                .isEqualTo("USER_VARIABLE USER_VARIABLE USER_VARIABLE USER_VARIABLE AT_AT GLOBAL DOT IDENT");
    }

    @Test
    void textsAndIntroducers() {
        assertThat(types("8.0.33", "'a''b' 'a\\'b' \"c\" n'd' _latin1'e' _latin1x"))
                .isEqualTo("STRING STRING STRING NCHAR_STRING UNDERSCORE_CHARSET STRING IDENT");
        assertThat(types("8.0.33", "'open")).startsWith("UNKNOWN_CHARACTER");
    }

    @Test
    void modes() {
        assertThat(types("\"a\"", SqlMode.ANSI_QUOTES)).isEqualTo("QUOTED_IDENT");
        assertThat(types("a || b", SqlMode.PIPES_AS_CONCAT)).isEqualTo("IDENT PIPES_CONCAT IDENT");
        assertThat(types("'a\\' 'b'", SqlMode.NO_BACKSLASH_ESCAPES)).isEqualTo("STRING STRING");
        assertThat(types("'a''\\'", SqlMode.NO_BACKSLASH_ESCAPES)).isEqualTo("STRING");
        assertThat(types("\"a\\\"", SqlMode.NO_BACKSLASH_ESCAPES, SqlMode.ANSI_QUOTES))
                .isEqualTo("QUOTED_IDENT");
        assertThat(types("not a", SqlMode.HIGH_NOT_PRECEDENCE)).isEqualTo("NOT2 IDENT");
        assertThat(SqlMode.parse("ANSI,STRICT_ALL_TABLES"))
                .containsExactlyInAnyOrder(SqlMode.ANSI_QUOTES, SqlMode.PIPES_AS_CONCAT, SqlMode.IGNORE_SPACE);
    }

    @Test
    void comments() {
        assertThat(types("8.0.33", "1 -- x\n2 # y\n3 /* z */ 4 --\n5 /**/ 6"))
                .isEqualTo("INT_NUMBER INT_NUMBER INT_NUMBER INT_NUMBER INT_NUMBER INT_NUMBER");
        assertThat(types("8.0.33", "1--2")).isEqualTo("INT_NUMBER MINUS MINUS INT_NUMBER");
        assertThat(types("8.0.33", "count(*/* a */)")).isEqualTo("COUNT LEFT_PARENTHESIS STAR RIGHT_PARENTHESIS");
    }

    @Test
    void commentsThatAreCode() {
        assertThat(types("8.0.33", "/*!80000 select */ 1")).isEqualTo("SELECT INT_NUMBER");
        assertThat(types("8.0.33", "/*!90000 select /* inner */ x */ 1")).isEqualTo("INT_NUMBER");
        assertThat(types("8.0.33", "/*! select */ 1")).isEqualTo("SELECT INT_NUMBER");
        assertThat(types("5.7.22", "/*!80000 select */ 1")).isEqualTo("INT_NUMBER");
        assertThat(types("9.7.4", "/*!090704 select */ 1")).isEqualTo("SELECT INT_NUMBER");
    }

    @Test
    void hintsStandOnlyBehindTheStatementsVerb() {
        assertThat(types("8.0.33", "select /*+ BKA(t1@qb) */ 1"))
                .isEqualTo("SELECT HINT_BEGIN BKA LEFT_PARENTHESIS IDENT TABLE_BLOCK RIGHT_PARENTHESIS HINT_END"
                        + " INT_NUMBER");
        assertThat(types("8.0.33", "select 1 /*+ BKA(t1) */")).isEqualTo("SELECT INT_NUMBER");
    }

    @Test
    void hintsThatServersPassOverAreOneToken() {
        assertThat(types("8.0.33", "select /*+ BKA(t1) \uD83D\uDE00 */ 1"))
                .isEqualTo("SELECT UNREADABLE_HINTS INT_NUMBER");
        assertThat(types("5.7.22", "select /*+ HASH_JOIN(t1) */ bka")).isEqualTo("SELECT UNREADABLE_HINTS IDENT");
        assertThat(types("8.0.33", "select /*+ BKA(t1 -- x\n) */ 1")).isEqualTo("SELECT UNREADABLE_HINTS INT_NUMBER");
    }

    @Test
    void otherLettersAreNotFoldedToKeywords() {
        assertThat(types("8.0.33", "\u0131nsert")).isEqualTo("IDENT");
        assertThat(types("8.0.33", "\uD834\uDF06 \u00e9")).isEqualTo("IDENT IDENT");
    }

    private static String types(String sql, SqlMode first, SqlMode... more) {
        return types("8.0.33", sql, EnumSet.of(first, more));
    }

    private static String types(String version, String sql) {
        return types(version, sql, Set.of());
    }

    private static String types(String version, String sql, Set<SqlMode> modes) {
        SqlLexer lexer = new SqlLexer(CharStreams.fromString(sql), ServerVersion.parse(version), modes);
        return lexer.getAllTokens().stream()
                .map(token -> MySqlLexer.VOCABULARY.getSymbolicName(token.getType()))
                .collect(Collectors.joining(" "));
    }
}
