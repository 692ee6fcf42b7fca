package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell command as judge, which needs no server. */
class ReduceCommandTest {
    @TempDir
    Path temp;

    @Test
    void aCommandJudgesALogWithSeveralConnections() throws IOException {
        Path log = Files.writeString(temp.resolve("general.log"), """
                2026-01-01T00:00:00.000001Z\t    8 Query\tSELECT 1
                2026-01-01T00:00:00.000001Z\t    9 Query\tSELECT 1 + 2 FROM t1
                2026-01-01T00:00:00.000001Z\t    8 Shutdown\t
                """);

        RunCommand run = reduce(log, "grep -q '[0-9] +'");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FOUND);
        assertThat(run.out()).contains("2 statements with", "became 1 with 4", "repro.sql");
        assertThat(run.err()).contains("1 x Shutdown", "has one session");
        assertThat(temp.resolve("out/repro.sql")).hasContent("SELECT 0 + 0;");
        assertThat(temp.resolve("out/repro.test")).content().startsWith("# exit status 0 of grep -q '[0-9] +'\n");
        assertThat(temp.resolve("out/reduce.json"))
                .content()
                .contains("\"kind\" : \"script\"", "\"status\" : \"minimal\"");
    }

    @Test
    void aScriptThatTheCommandRefusesIsNotTriggered() throws IOException {
        RunCommand run = reduce(Files.writeString(temp.resolve("a.sql"), "SELECT 1;"), "false");

        assertThat(run.exit()).isEqualTo(ExitCode.RAN);
        assertThat(run.out()).startsWith("not triggered: 'false'");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void aCommandThatFailsLaterLeavesTheBestSoFar() throws IOException {
        Path script = Files.writeString(temp.resolve("a.sql"), "SELECT 1;\nSELECT 2 + 3;\n");

        RunCommand run = reduce(script, "grep -q 2 $1 || exit 125");

        assertThat(run.exit()).isEqualTo(ExitCode.FAULT);
        assertThat(run.err()).contains("ended with status 125", "the best so far is kept: " + temp.resolve("out"));
        assertThat(temp.resolve("out/repro.sql")).content().contains("2").doesNotContain("SELECT 1;");
    }

    private RunCommand reduce(Path file, String command) {
        return RunCommand.of(
                "reduce",
                file.toString(),
                "--oracle",
                "script=" + command,
                "--out",
                temp.resolve("out").toString());
    }
}
