package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.finding.TestFindings;
import dev.mysqlsmith.script.ScriptFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproSourceTest {
    @TempDir
    Path folder;

    @Test
    void readsAScript() throws IOException {
        Path script = Files.writeString(folder.resolve("a.sql"), "CREATE TABLE t (a INT);\nSELECT * FROM t;\n");
        ReproSource source = ReproSource.read(script);
        assertThat(source.history().statements())
                .containsExactly(
                        "CREATE DATABASE IF NOT EXISTS test", "USE test", "CREATE TABLE t (a INT)", "SELECT * FROM t");
        assertThat(source.expected()).isNull();
        assertThat(source.serverOr("mysql:8.0.33")).isEqualTo("mysql:8.0.33");
        assertThat(source.statementTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsLogsAndTestsAndSaysWhatIsLeftOut() throws IOException {
        Path test = Files.writeString(folder.resolve("a.test"), "--exec ls\nSELECT 1;\n");
        Path log = Files.writeString(folder.resolve("a.log"), "2026-01-01T00:00:00.000001Z\t    8 Query\tSELECT 1\n");
        assertThat(ReproSource.read(test).leftOut()).isEqualTo("1 x exec");
        assertThat(ReproSource.read(log).history().statements()).containsExactly("SELECT 1");
        assertThatThrownBy(() -> ReproSource.read(log, ScriptFormat.SQL)).hasMessageContaining("unexpected '2026'");
    }

    @Test
    void readsAFindingWithWhatItExpects() {
        Signature signature = new Signature(Kind.CRASH, "signal 11 in f");
        Repro repro = new Repro(History.of(List.of("SELECT 1")), 2, List.of());
        Path place = new FindingStore(folder)
                .save(TestFindings.confirmed(signature, History.of(List.of("SELECT 0", "SELECT 1")))
                        .withRepro(repro));
        ReproSource source = ReproSource.read(place);
        assertThat(source.history().statements()).containsExactly("SELECT 1");
        assertThat(source.expected()).isEqualTo(signature.id());
        assertThat(source.serverOr("mysql:8.0.33")).isEqualTo("mysql:8.0.12");
        assertThat(source.statementTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void namesWhatCannotBeRead() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.sql"), "-- nothing\n");
        Path open = Files.writeString(folder.resolve("open.sql"), "SELECT 'a");
        Path prose = Files.writeString(folder.resolve("prose.sql"), "Dear Sir; I found a bug;");
        Path latin = Files.write(folder.resolve("latin.sql"), new byte[] {'S', (byte) 0xE4});
        assertComplaint(folder.resolve("none.sql"), "does not exist");
        assertComplaint(empty, "has no statement");
        assertComplaint(open, "line 1, column 8");
        assertComplaint(prose, "no statement of it parses");
        assertComplaint(latin, "not UTF-8");
        assertComplaint(folder, "finding.json");
        assertComplaint(Files.writeString(folder.resolve("empty.test"), "--echo\n"), "has no statement");
    }

    private static void assertComplaint(Path path, String text) {
        assertThatThrownBy(() -> ReproSource.read(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(text);
    }
}
