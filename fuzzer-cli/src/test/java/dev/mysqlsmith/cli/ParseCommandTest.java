package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {
    @TempDir
    Path temp;

    @Test
    void errorsStandAtTheirPlaceInTheFile() throws IOException {
        Path file = Files.writeString(temp.resolve("a.sql"), "SELECT 1;\nSELECT 2; SELECT a,,b;\nSELECT 3\n");
        RunCommand run = RunCommand.of("parse", file.toString());
        assertThat(run.out()).startsWith(file + ":2:20: ").endsWith("3 of 4 statements parse\n");
        assertThat(run.exit()).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void jsonInAndOutHasAnAnswerForEachLine() throws IOException {
        RunCommand run = RunCommand.withInput("""
                {"sql": "SELECT 1", "other": {"sql": 5}}
                {"id": 7, "sql": "SELECT 'a\\nb' FROM"}
                {"sql": "SELECT ä"}
                """, "parse", "--input", "jsonl", "--format", "jsonl", "-");
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("{\"index\":0,\"ok\":true}");
        JsonNode bad = new ObjectMapper().readTree(lines.get(1));
        assertThat(bad.path("index").asInt()).isEqualTo(1);
        assertThat(bad.path("ok").asBoolean(true)).isFalse();
        assertThat(bad.path("error").path("line").asInt()).isPositive();
        assertThat(bad.path("error").path("column").asInt()).isPositive();
        assertThat(bad.path("error").path("message").asText()).isNotBlank();
        assertThat(lines.get(2)).isEqualTo("{\"index\":2,\"ok\":true}");
        assertThat(run.exit()).isEqualTo(ExitCode.RAN);
    }

    @Test
    void theAnswerHasTheTreesTextWhereItIsAskedFor() {
        RunCommand run =
                RunCommand.withInput("select /* c */ 1;\nSELECT FROM", "parse", "--format", "jsonl", "--rewrite", "-");
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("{\"index\":0,\"ok\":true,\"sql\":\"select 1\"}");
        assertThat(lines.get(1)).contains("\"ok\":false").doesNotContain("\"sql\"");
    }

    @Test
    void linesThatAreNoStatementsAreNamed() {
        RunCommand noJson =
                RunCommand.withInput("{\"sql\": \"SELECT 1\"}\nSELECT 2\n", "parse", "--input", "jsonl", "-");
        assertThat(noJson.err()).contains("line 2").contains("no JSON").hasLineCount(1);
        RunCommand noField = RunCommand.withInput("{\"query\": \"SELECT 1\"}\n", "parse", "--input", "jsonl", "-");
        assertThat(noField.err()).contains("line 1").contains("\"sql\"").hasLineCount(1);
        assertThat(List.of(noJson.exit(), noField.exit())).containsOnly(ExitCode.USAGE);
    }

    @Test
    void theModeChangesWhatIsRead() {
        String sql = "SELECT \"a\" FROM \"t\";";
        assertThat(RunCommand.withInput(sql, "parse", "-").exit()).isEqualTo(ExitCode.FOUND);
        assertThat(RunCommand.withInput(sql, "parse", "--sql-mode", "ANSI_QUOTES", "-")
                        .exit())
                .isEqualTo(ExitCode.RAN);
    }
}
