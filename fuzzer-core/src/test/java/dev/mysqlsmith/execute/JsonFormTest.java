package dev.mysqlsmith.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"b\": 1, \"a\": [1.50, 2e0]}   | {\"a\": [1.5, 2], \"b\": 1.0}    | true",
                "0.30000000000000004            | 0.3                           | true",
                "[\"base64:type249:EaEm4Q==\"]    | [\"base64:type252:EaEm4Q==\"]    | true",
                "[\"base64:type249:EaEm4Q==\"]    | [\"base64:type252:EaEm4g==\"]    | false",
                "[\"x base64:type249:EaEm4Q==\"]  | [\"x base64:type252:EaEm4Q==\"]  | false",
                "[1, 2]                         | [2, 1]                        | false",
                "12345678901234567890           | 12345678901234567891          | false",
                "1                              | \"1\"                           | false",
                "no document                    | no document                   | true"
            })
    void documentsThatSayTheSameHaveOneForm(String one, String other, boolean same) {
        assertThat(JsonForm.of(one).equals(JsonForm.of(other)))
                .as("%s and %s", JsonForm.of(one), JsonForm.of(other))
                .isEqualTo(same);
    }
}
