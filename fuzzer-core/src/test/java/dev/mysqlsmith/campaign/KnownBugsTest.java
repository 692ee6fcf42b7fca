package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.finding.TestFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownBugsTest {
    private static final Signature ASSERTION = new Signature(Kind.ASSERTION, "Assertion `it's != \"#1: x\"' failed");

    @TempDir
    Path temp;

    @Test
    void entriesHaveWhatTellsThemAndWhy() throws IOException {
        KnownBugs known = read("""
                # ours
                - signature: 'other rows, decided by semijoin=off'
                  link: https://bugs.mysql.com/bug.php?id=1
                  reason: fixed in 8.0.34
                  until: 8.0.34
                - error: 1105
                  statement: WITH\\s+ROLLUP
                  until: 2027-03-31
                - feature: 'expressions: window function'
                - just a signature
                """);
        assertThat(known.entries())
                .containsExactly(
                        new KnownBug(
                                "other rows, decided by semijoin=off",
                                null,
                                null,
                                null,
                                "https://bugs.mysql.com/bug.php?id=1",
                                "fixed in 8.0.34",
                                "8.0.34"),
                        new KnownBug(null, "1105", "WITH\\s+ROLLUP", null, null, null, "2027-03-31"),
                        new KnownBug(null, null, null, "expressions: window function", null, null, null),
                        KnownBug.ofSignature("just a signature"));
    }

    @Test
    void aFileWithoutEntriesIsAnEmptyList() throws IOException {
        assertThat(read("# nothing yet\n\n")).isEqualTo(KnownBugs.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "- signature: a\\n  lnk: b              | line 2     | nearest is 'link'",
                "- signature: a\\n  signature: b        | line 2     | uplicate",
                "signature: a                           | line 1     | expected a YAML list",
                "- link: https://bugs/1                 | line 1     | matches nothing",
                "- signature: a\\n- feature: windowing  | feature    | nearest is",
                "- signature: [a                        | line       | YAML list",
            })
    void whatIsWrongIsToldWithItsPlace(String text, String place, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known.yaml")
                .hasMessageContaining(place)
                .hasMessageContaining(message);
    }

    @Test
    void aFeatureIsLookedForInTheStatement() {
        KnownBugs known = new KnownBugs(
                List.of(new KnownBug(null, null, null, "expressions: window function", null, null, null)));
        assertThat(known.find(ASSERTION, "", "SELECT ROW_NUMBER() OVER () FROM t", "8.0.33"))
                .isPresent();
        assertThat(known.find(ASSERTION, "", "SELECT SUM(a) FROM t", "8.0.33")).isEmpty();
        assertThat(known.find(ASSERTION, "", "no SQL at all", "8.0.33")).isEmpty();
    }

    @Test
    void theProposalOfAFindingTellsIt() throws IOException {
        Finding finding = TestFindings.confirmed(ASSERTION, History.of(List.of("SELECT 1")));
        Path folder = new FindingStore(temp).save(finding);
        KnownBugs known = KnownBugs.read(folder.resolve("known.yaml"));
        assertThat(known.find(ASSERTION, "", "SELECT 1", "8.0.12"))
                .hasValueSatisfying(entry -> assertThat(entry).isEqualTo(KnownBug.ofSignature(ASSERTION.toString())));
        new FindingStore(temp).save(finding.withKnown(known.entries().get(0)));
        assertThat(new FindingStore(temp).all())
                .extracting(Finding::known, Finding::status)
                .containsExactly(tuple(known.entries().get(0), Finding.Status.KNOWN));
    }

    private KnownBugs read(String text) throws IOException {
        return KnownBugs.read(Files.writeString(temp.resolve("known.yaml"), text));
    }
}
