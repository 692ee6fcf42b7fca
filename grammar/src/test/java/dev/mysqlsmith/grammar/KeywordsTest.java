package dev.mysqlsmith.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeywordsTest {
    /** Else a word that a server takes for a name would be rejected as one, or the other way round. */
    @Test
    void plainKeywordsAndNoOthersAreNames() {
        SqlParser parser = new SqlParser(ServerVersion.parse("8.0.33"), Set.of());
        List<String> wrong = new ArrayList<>();
        Keywords.of(ServerVersion.parse("8.0.33")).forEach((word, type) -> {
            boolean name = parser.parse("CREATE TABLE t (" + word + " INT)") instanceof ParseResult.Parsed;
            boolean expected = !Keywords.isReserved(type);
            if (name != expected) {
                wrong.add(word);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void wordsOfTheLanguage() {
        assertThat(Keywords.isFunctionWord("Count")).isTrue();
        assertThat(Keywords.isFunctionWord("avg")).isFalse();
        assertThat(Keywords.text(MySqlLexer.SKIP_SYM)).isEqualTo("SKIP");
        assertThat(Keywords.isKeyword(MySqlLexer.STRING)).isFalse();
        assertThat(Keywords.isKeyword(MySqlLexer.STRING_SYM)).isTrue();
    }
}
