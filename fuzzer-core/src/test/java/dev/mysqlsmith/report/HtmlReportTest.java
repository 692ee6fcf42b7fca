package dev.mysqlsmith.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.finding.Elsewhere;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @TempDir
    Path temp;

    @Test
    void textFromTheServerCannotBecomeMarkup() {
        assertThat(Html.escape("<script>alert(\"a\" & 'b')</script>"))
                .isEqualTo("&lt;script&gt;alert(&quot;a&quot; &amp; &#39;b&#39;)&lt;/script&gt;");
        assertThat(Html.escape("a\u0000b\tc\n\uD800")).isEqualTo("a\uFFFDb\tc\n\uFFFD");
    }

    @Test
    void tellsFindingsFiguresAndNothingFromElsewhere() throws IOException {
        CampaignFolder folder = campaign();
        folder.append(totals(5, 100));
        folder.append(totals(10, 300));
        FindingStore store = new FindingStore(folder.findings());
        store.save(finding("Assertion `a < b' failed", "SELECT '<b>' FROM t")
                .withElsewhere(List.of(new Elsewhere("mysql:8.0.33", "8.0.33", "NOT_TRIGGERED", null, "<nothing>"))));
        String html = Files.readString(HtmlReport.write(folder.root()));
        assertThat(html)
                .contains("Assertion `a &lt; b&#39; failed")
                .contains("SELECT &#39;&lt;b&gt;&#39; FROM t")
                .contains("came back in 50.0 % of runs")
                .contains("<polyline points=")
                .contains("0x2a")
                .contains("<li>mysql:8.0.33: NOT_TRIGGERED: &lt;nothing&gt;</li>")
                .contains("<td>joins: any</td><td class=\"number\">300</td><td class=\"number\">50.0 %</td>")
                .doesNotContain("<b>' FROM")
                .doesNotContainPattern("(?i)(src|href)=\"(https?:)?//")
                .doesNotContain("@import");
    }

    @Test
    void aCampaignThatWasKilledAtOnceHasAReportToo() throws IOException {
        CampaignFolder folder = campaign();
        assertThat(Files.readString(HtmlReport.write(folder.root())))
                .contains("Nothing was found")
                .contains("Too short for a chart");
    }

    private CampaignFolder campaign() {
        CampaignFolder folder = CampaignFolder.create(temp.resolve("out"));
        folder.write(new CampaignRecord(
                "1",
                "mysql:8.0.12",
                "8.0.12 <x>",
                List.of(),
                42,
                "0x2a",
                1,
                "5m",
                null,
                "default",
                List.of("crash"),
                List.of(),
                false,
                new CampaignRecord.Limits("10s", 600, 20, "5m", "10m", "1m"),
                true,
                null,
                null,
                "2026-01-01T00:00:00Z",
                "17",
                "Linux amd64"));
        return folder;
    }

    private static StatisticsSnapshot totals(double seconds, long statements) {
        return new StatisticsSnapshot(
                seconds,
                statements,
                statements,
                0,
                0,
                0,
                Map.of("SELECT", new StatisticsSnapshot.Count(statements, statements, 0, 0, 0)),
                Map.of(),
                Map.of("joins: any", new StatisticsSnapshot.Count(statements, statements / 2, 0, 0, 0)),
                Map.of(),
                Map.of(),
                0,
                Map.of("assertion", 1L),
                1,
                StatisticsSnapshot.Feedback.nothing());
    }

    private static Finding finding(String text, String sql) {
        return new Finding(
                new Signature(Kind.ASSERTION, text),
                "crash",
                "mysql:8.0.12",
                List.of(),
                "8.0.12",
                42L,
                Finding.Status.FLAKY,
                0.5,
                Instant.EPOCH,
                History.of(List.of(sql)),
                null,
                "log",
                "the <evidence>",
                2);
    }
}
