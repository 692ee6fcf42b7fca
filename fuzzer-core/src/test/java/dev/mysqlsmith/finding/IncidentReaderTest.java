package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.server.Evidence;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the folder {@code logs} is a log, headed by what it is to be read as. */
class IncidentReaderTest {
    private static final String HEAD = "#= ";

    static Stream<Path> logs() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(IncidentReaderTest.class.getResource("logs"))
                .toURI());
        return Files.list(folder).sorted().collect(Collectors.toList()).stream();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void readsALog(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        boolean alive = head(lines, "alive") != null;
        String log = lines.stream().filter(line -> !line.startsWith(HEAD)).collect(Collectors.joining("\n"));

        Incident incident = IncidentReader.read(new Evidence(alive, null, alive ? null : 6, false, false, log));

        assertThat(incident).isInstanceOf(Incident.Failure.class);
        Signature signature = ((Incident.Failure) incident).signature();
        assertThat(signature.text()).isEqualTo(head(lines, "signature"));
        assertThat(signature.kind().text()).isEqualTo(head(lines, "kind"));
        assertThat(((Incident.Failure) incident).evidence()).isNotBlank().doesNotContain("manual page");
    }

    @Test
    void addressesThreadsAndPathsDoNotMatter() {
        String log =
                "mysqld-debug: ../../mysql-8.0.33/sql/item_func.cc:1879: virtual longlong Item_typecast_signed::val_int():"
                        + " Assertion `is_nullable()' failed.";
        String other = log.replace("1879", "2044").replace("../../mysql-8.0.33", "/home/me/src");

        assertThat(IncidentReader.read(dead(null, 6, log))).isEqualTo(withEvidence(other, log));
    }

    private static Incident withEvidence(String log, String evidence) {
        Incident.Failure failure = (Incident.Failure) IncidentReader.read(dead(null, 6, log));
        return new Incident.Failure(failure.signature(), evidence + "\n");
    }

    @Test
    void whatComesFromOutsideIsNoFailure() {
        assertThat(IncidentReader.read(dead(null, 9, ""))).isEqualTo(new Incident.ServerLost("killed by signal 9"));
        assertThat(IncidentReader.read(dead(137, null, ""))).isEqualTo(new Incident.ServerLost("killed by signal 9"));
        assertThat(IncidentReader.read(dead(null, 15, ""))).isEqualTo(new Incident.ServerLost("killed by signal 15"));
        assertThat(IncidentReader.read(dead(0, null, ""))).isEqualTo(new Incident.ServerLost("shut down"));
        assertThat(IncidentReader.read(new Evidence(false, null, 9, true, false, "")))
                .isEqualTo(new Incident.ServerLost("out of memory"));
        assertThat(IncidentReader.read(new Evidence(false, null, 9, false, true, "")))
                .isEqualTo(new Incident.ServerLost("ended by mysqlsmith"));
        assertThat(IncidentReader.read(dead(1, null, "2026-11-22T14:11:27Z 0 [ERROR] [MY-010119] [Server] Aborting")))
                .isEqualTo(new Incident.ServerLost("exited with code 1: [MY-N] [Server] Aborting"));
    }

    @Test
    void aSignalOfItsOwnWithoutALogIsACrash() {
        assertThat(IncidentReader.read(dead(139, null, "")))
                .isEqualTo(new Incident.Failure(new Signature(Kind.CRASH, "signal 11 without a word in the log"), ""));
    }

    @Test
    void aServerThatRunsAndComplainsOfNothingIsWell() {
        String log = "2026-11-22T14:11:27Z 0 [Warning] [MY-010068] [Server] CA certificate ca.pem is self signed.\n"
                + "2026-11-22T14:11:28Z 8 [ERROR] [MY-010584] [Repl] may be corrupt: the binary log\n";

        assertThat(IncidentReader.read(new Evidence(true, null, null, false, false, log)))
                .isEqualTo(new Incident.Nothing());
    }

    private static Evidence dead(@Nullable Integer exit, @Nullable Integer signal, String log) {
        return new Evidence(false, exit, signal, false, false, log);
    }

    private static @Nullable String head(List<String> lines, String name) {
        String start = HEAD + name + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse(null);
    }
}
