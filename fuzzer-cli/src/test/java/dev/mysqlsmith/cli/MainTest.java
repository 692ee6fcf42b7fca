package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.oracle.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MainTest {
    @TempDir
    Path temp;

    /** Each is one line that names the value, ends with code 2, and has no stack trace. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fuz                                         | 'fuz'; did you mean 'fuzz'?
                    fuzz --durration 5m                         | '--durration'; did you mean '--duration'?
                    fuzz --duration                             | '--duration' needs a value
                    fuzz --duration 5x                          | duration '5x'
                    fuzz --statements 0                         | --statements '0'
                    fuzz --workers many                         | --workers 'many'
                    fuzz --seed 0xg                             | --seed '0xg'
                    fuzz --server mysql:1.2.3                   | 'mysql:1.2.3': there is no such embedded build
                    fuzz --server nonsense                      | 'nonsense': not a known form
                    fuzz --server jdbc:postgresql://h/d         | 'jdbc:postgresql://h/d'
                    fuzz --oracle tlpp                          | nearest is 'tlp'
                    fuzz --profile none --out TEMP/out          | profile 'none'
                    fuzz --known TEMP/none --out TEMP/out       | known bugs
                    fuzz --resume TEMP/none                     | no campaign's folder
                    fuzz --resume TEMP --seed 2                 | --resume goes on with the options
                    fuzz extra                                  | unexpected argument 'extra'
                    generate --count -1                         | --count '-1'
                    generate --format xml                       | --format 'xml'
                    generate --server-version eight             | server version 'eight'
                    generate --profile TEMP/none                | profile
                    parse                                       | nothing to parse
                    parse --rewrite -                           | --rewrite is for
                    parse TEMP/none.sql                         | none.sql' is no file
                    check                                       | expected one file or finding's folder, got none
                    check --repro TEMP/none.sql                 | none.sql' does not exist
                    check TEMP                                  | no finding.json
                    check a.sql b.sql                           | got 2 (a.sql, b.sql)
                    reduce TEMP --input xml                     | input format 'xml': expected auto, sql, general-log, test
                    reduce TEMP/none.sql                        | none.sql' does not exist
                    servers                                     | no action
                    servers strat mysql:8.0.12                  | did you mean 'start'?
                    servers fetch                               | servers fetch SERVER
                    servers fetch mysql:8                       | 'mysql:8': there is no such embedded build
                    servers cache                               | --clean
                    report                                      | expected one campaign's folder, got 0
                    report TEMP                                 | no campaign's folder
                    @TEMP/none                                  | option file
                    """)
    void badInputIsOneClearLine(String line, String expected) {
        RunCommand run =
                RunCommand.of(line.strip().replace("TEMP", temp.toString()).split(" +"));
        assertThat(run.err()).contains(expected).startsWith("mysqlsmith: ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void anOutputFolderThatExistsIsLeftAsItIs() throws IOException {
        Path precious = Files.writeString(temp.resolve("precious"), "x");
        RunCommand run = RunCommand.of("fuzz", "--server", "mysql:8.0.12", "--out", temp.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(temp.toString()).contains("--resume").hasLineCount(1);
        assertThat(temp).isDirectoryContaining(precious::equals);
        assertThat(Files.list(temp)).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereIsAFaultOfTheEnvironment() {
        RunCommand run = RunCommand.of(
                "fuzz",
                "--server",
                "dir:" + temp.resolve("nobuild"),
                "--out",
                temp.resolve("out").toString());
        assertThat(run.exit()).isEqualTo(ExitCode.FAULT);
        assertThat(run.err()).contains("nobuild").doesNotContain("\tat ");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void aServerThatRefusesConnectionsIsAFaultOfTheEnvironment() throws IOException {
        Path script = Files.writeString(temp.resolve("a.sql"), "SELECT 1;");
        RunCommand run = RunCommand.of(
                "check",
                script.toString(),
                "--server",
                "jdbc:mysql://127.0.0.1:1/?user=root&password=secret",
                "--json");
        assertThat(run.exit()).isEqualTo(ExitCode.FAULT);
        assertThat(run.out()).contains("\"verdict\":\"COULD_NOT_RUN\"").doesNotContain("secret");
        assertThat(run.err()).doesNotContain("\tat ").doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void eachCommandHasHelpWithAllItsOptions(CommandName name) {
        RunCommand run = RunCommand.of(name.word(), "-h");
        assertThat(run.exit()).isEqualTo(ExitCode.RAN);
        assertThat(run.out()).contains("Usage: mysqlsmith " + name.word()).contains("--help");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpNamesAllCommandsAndNothingIsWrongUsage() {
        assertThat(RunCommand.of("-h").out()).contains(CommandName.words());
        assertThat(RunCommand.of().exit()).isEqualTo(ExitCode.USAGE);
        assertThat(RunCommand.of("--version").out()).startsWith("mysqlsmith ");
    }

    @Test
    void optionFilesArePutIn() throws IOException {
        Path file = Files.writeString(temp.resolve("options"), "# a comment\n--count 3\n--format=jsonl\n\n");
        RunCommand run = RunCommand.of("generate", "@" + file, "--count", "2");
        assertThat(run.exit()).isEqualTo(ExitCode.RAN);
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"index\":"));
    }

    @Test
    void helpNamesAllOracles() {
        assertThat(Values.ORACLES.split(", (or )?"))
                .containsExactlyElementsOf(Stream.concat(
                                Oracles.names().stream().filter(name -> !name.equals(Oracles.CRASH)), Stream.of("all"))
                        .toList());
    }
}
