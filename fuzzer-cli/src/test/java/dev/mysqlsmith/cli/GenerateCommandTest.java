package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateCommandTest {

    @Test
    void theSameSeedGivesTheSameBytes() {
        String first =
                RunCommand.of("generate", "--count", "300", "--seed", "7").out();
        assertThat(RunCommand.of("generate", "--count", "300", "--seed", "0x7").out())
                .isEqualTo(first);
        assertThat(RunCommand.of("generate", "--count", "300", "--seed", "8").out())
                .isNotEqualTo(first);
    }

    @Test
    void moreStatementsBeginWithTheSame() {
        String few = RunCommand.of("generate", "--count", "50").out();
        assertThat(RunCommand.of("generate", "--count", "100").out()).startsWith(few);
    }

    @Test
    void jsonHasAnIndexTheTextAndTheKind() throws IOException {
        List<String> lines = RunCommand.of("generate", "--count", "100", "--format", "jsonl")
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(100);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode json = new ObjectMapper().readTree(lines.get(i));
            assertThat(json.path("index").asInt()).isEqualTo(i);
            assertThat(json.path("sql").asText()).isNotBlank();
            assertThat(json.path("kind").asText()).isNotBlank();
        }
    }

    @Test
    void whatIsGeneratedParses() {
        String script =
                RunCommand.of("generate", "--count", "500", "--seed", "3").out();
        RunCommand parsed = RunCommand.withInput(script, "parse", "-");
        assertThat(parsed.out()).isEqualTo("500 of 500 statements parse\n");
        assertThat(parsed.exit()).isEqualTo(ExitCode.RAN);
    }
}
