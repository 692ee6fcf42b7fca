package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void roundsBeginWithTheTablesOfAScript(@TempDir Path temp) throws IOException {
        Path script = Files.writeString(temp.resolve("own.sql"), """
                CREATE TABLE invoices (nr INT PRIMARY KEY, paid DATE);
                INSERT INTO invoices VALUES (1, NULL), (2, '2024-02-29');
                GRANT SELECT ON *.* TO u;
                """);
        RunCommand run = RunCommand.of("generate", "--count", "200", "--schema-from", script.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.RAN);
        assertThat(run.out()).containsPattern("CREATE TABLE invoices ?\\(nr INT PRIMARY KEY, paid DATE\\)");
        assertThat(run.out().lines().filter(line -> line.contains("invoices")).count())
                .isGreaterThan(20);
        assertThat(run.err()).contains("passed over: 1 x GRANT");
    }

    @Test
    void whatCannotBeASchemaIsToldWithItsPlace(@TempDir Path temp) throws IOException {
        Path broken = Files.writeString(temp.resolve("broken.sql"), "SELECT 1;\n\nCREATE TABLE t (a INT,);\n");
        Path empty = Files.writeString(temp.resolve("empty.sql"), "SELECT 1;\n");
        assertThat(refused(broken)).contains("broken.sql', line 3");
        assertThat(refused(empty)).contains("empty.sql").contains("makes no table");
        assertThat(refused(temp.resolve("none.sql"))).contains("none.sql").contains("jdbc:mysql://");
        assertThat(refused(broken, "--profile", "syntax")).contains("take another profile");
    }

    private static String refused(Path script, String... more) {
        List<String> words = new ArrayList<>(List.of("generate", "--schema-from", script.toString()));
        words.addAll(List.of(more));
        RunCommand run = RunCommand.of(words.toArray(String[]::new));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        return run.err();
    }
}
