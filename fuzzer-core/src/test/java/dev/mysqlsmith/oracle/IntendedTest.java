package dev.mysqlsmith.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntendedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.7.22 | 8.0.33         | SELECT a REGEXP 'b'               | intended: regular expressions of another library",
                "8.0.33 | 5.7.22         | SELECT 1 + (SELECT a REGEXP 'b')  | intended: regular expressions of another library",
                "8.0.12 | 8.0.33         | SELECT a REGEXP 'b'               | ",
                "8.0.12 | 8.0.33         | SELECT CONVERT(a USING latin1)    | intended: CONVERT of what the character set lacks",
                "8.0.33 | 9.7.4          | SELECT CONVERT(a USING latin1)    | ",
                "8.0.33 | 11.4.5-MariaDB | SELECT a RLIKE 'b'                | intended: regular expressions of another library",
                "8.0.33 | 11.4.5-MariaDB | SELECT CONVERT(a USING latin1)    | ",
                "8.0.12 | 8.0.12         | SELECT CONVERT(a USING latin1)    | ",
                "5.7.22 | 8.0.33         | SELECT a LIKE 'b'                 | "
            })
    void aStatementIsInDoubtOnBothSidesOfAChange(String here, String there, String sql, String reason) {
        SyntaxTree.Node tree = Trees.of(sql, ServerVersion.parse("8.0.33"));
        assertThat(Intended.reason(Intended.between(ServerVersion.parse(here), ServerVersion.parse(there)), tree))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void whatIsInDoubtIsStillComparedWhereItCanBe() {
        SyntaxTree.Node query = Trees.of("SELECT a FROM t", ServerVersion.parse("8.0.33"));
        Judged judged = new Judged("select", Comparability.of(query), Set.of(), false);
        assertThat(judged.doubting(Optional.of("intended: x")).doubt()).contains("intended: x");
        assertThat(judged.doubting(Optional.of("intended: x")).rules()).isPresent();
        assertThat(judged.doubting(Optional.empty())).isEqualTo(judged);
    }

    @Test
    void everyLineHasALink() {
        assertThat(Resources.lines(Intended.class, "intended.txt"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.split("\\s+", 4)[2]).startsWith("https://"));
    }
}
