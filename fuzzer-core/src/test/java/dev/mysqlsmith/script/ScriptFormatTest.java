package dev.mysqlsmith.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFormatTest {
    private static final String LOG = "2026-01-01T00:00:00.000001Z\t    8 Query\tSELECT 1\n";
    private static final String TEST = "SELECT 1;\n--error 1064\nSELEC 2;\n";

    @ParameterizedTest
    @CsvSource({
        "a.log, LOG, GENERAL_LOG",
        "a.sql, LOG, GENERAL_LOG",
        "a.test, TEST, TEST",
        "a.test, SELECT 1, TEST",
        "a, TEST, TEST",
        "a.inc, connect (c1;localhost), SQL",
        "a.inc, connection default;, TEST",
        "a.sql, TEST, SQL",
        "a, -- error is a comment, SQL"
    })
    void isToldByContentThenByTheEnding(String name, String text, ScriptFormat expected) {
        String content = text.equals("LOG") ? LOG : text.equals("TEST") ? TEST : text;

        assertThat(ScriptFormat.of(name, content)).isEqualTo(expected);
    }

    @Test
    void wordsAreThoseOfTheCommandLine() {
        assertThat(ScriptFormat.words()).containsExactly("auto", "sql", "general-log", "test");
        assertThat(ScriptFormat.parse("general-log")).isEqualTo(ScriptFormat.GENERAL_LOG);
        assertThatThrownBy(() -> ScriptFormat.parse("xml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("input format 'xml': expected auto, sql, general-log, test");
    }
}
