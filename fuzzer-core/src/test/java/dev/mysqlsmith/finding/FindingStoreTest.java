package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsThereAgainForWhoOpensTheFolder() {
        Finding finding = finding("signal 11 in A::f < B::g")
                .withRepro(new Repro(history(), 9, List.of(0, 1054, 0), "USE d;\n"))
                .withElsewhere(List.of(
                        new Elsewhere("mysql:8.0.33", "8.0.33", "OTHER", "crash: signal 11 in B::g", "1 of 1 runs"),
                        new Elsewhere("mysql:5.7.22", "", "COULD_NOT_RUN", null, "no such build")));
        new FindingStore(folder).save(finding);

        assertThat(new FindingStore(folder).all()).containsExactly(finding);
        assertThat(new FindingStore(folder).find(finding.signature())).contains(finding);
    }

    @Test
    void theFolderStandsAlone() throws IOException {
        Finding finding = finding("signal 11 in A::f < B::g").withRepro(new Repro(history(), 9, List.of(0, 1054, 0)));

        Path place = new FindingStore(folder).save(finding);

        assertThat(place.getFileName().toString()).matches("crash-signal-11-in-a-f-b-g-[0-9a-f]{8}");
        assertThat(place.toFile().list())
                .containsExactlyInAnyOrder(
                        "finding.json",
                        "history.sql",
                        "repro.sql",
                        "repro.test",
                        "ReproTest.java",
                        "bug-report.txt",
                        "server.log",
                        "evidence.txt",
                        "known.yaml");
        assertThat(Files.readString(place.resolve("repro.sql"))).isEqualTo("USE d;\nSELECT x;\nSELECT 1;\n");
        assertThat(Files.readString(place.resolve("repro.test")))
                .isEqualTo(
                        "# crash: signal 11 in A::f < B::g\n# mysql:8.0.12 (8.0.12)\n--disable_warnings\nUSE d;\n--error 1054\nSELECT x;\n"
                                + "SELECT 1;\n");
        assertThat(Files.readString(place.resolve("finding.json")))
                .contains("\"seed\" : \"0x000000000000002a\"", "\"reproStatements\" : 3", "\"kind\" : \"crash\"");
    }

    @Test
    void duplicatesAreCountedAndKept() {
        Finding finding = finding("signal 11 in A::f");
        FindingStore store = new FindingStore(folder);
        store.save(finding);

        assertThat(store.countDuplicate(finding.signature())).isEqualTo(1);
        assertThat(store.countDuplicate(finding.signature())).isEqualTo(2);

        assertThat(new FindingStore(folder).all())
                .extracting(Finding::duplicates)
                .containsExactly(2);
        assertThatThrownBy(() -> store.countDuplicate(new Signature(Kind.HANG, "SELECT hangs")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SELECT hangs");
    }

    @Test
    void aFolderThatWasNotFinishedIsNoFinding() throws IOException {
        FindingStore store = new FindingStore(folder);
        Path place = store.save(finding("signal 11 in A::f"));
        Files.move(place.resolve("finding.json"), place.resolve("finding.json.part"));

        FindingStore again = new FindingStore(folder);
        assertThat(again.all()).isEmpty();

        again.save(finding("signal 11 in A::f"));
        assertThat(new FindingStore(folder).all()).hasSize(1);
    }

    @Test
    void signaturesThatDifferInTheirEndHaveFoldersOfTheirOwn() {
        String start = "Assertion `" + "x".repeat(200);

        assertThat(new Signature(Kind.ASSERTION, start + "1").id())
                .isNotEqualTo(new Signature(Kind.ASSERTION, start + "2").id())
                .hasSizeLessThan(100);
    }

    private static Finding finding(String text) {
        return new Finding(
                new Signature(Kind.CRASH, text),
                "crash",
                "mysql:8.0.12",
                List.of(),
                "8.0.12",
                42L,
                Finding.Status.FLAKY,
                0.5,
                Instant.parse("2026-01-02T03:04:05Z"),
                new History(List.of(new Step(0, "USE d"), new Step(1, "SELECT 'ü\n;'"))),
                null,
                "the log\n",
                "the lines\n",
                0);
    }

    private static History history() {
        return History.of(List.of("USE d", "SELECT x", "SELECT 1"));
    }
}
