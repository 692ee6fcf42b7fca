package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.campaign.CampaignOptions;
import dev.mysqlsmith.campaign.CampaignProgress;
import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.finding.KnownBugUse;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.report.StatisticsSnapshot;
import dev.mysqlsmith.server.ServerSpec;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {
    private static final StatisticsSnapshot TOTALS = new StatisticsSnapshot(
            90,
            12_345,
            11_110,
            0,
            0,
            0,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of("timeout", 2L),
            0,
            Map.of("assertion", 2L, "crash", 1L),
            3,
            StatisticsSnapshot.Feedback.nothing());

    @Test
    void theLineTellsTimeRateShareAndFinds() {
        CampaignProgress progress =
                new CampaignProgress(Duration.ofSeconds(90), Duration.ofSeconds(210), TOTALS, 1234.4, 1, true);
        assertThat(FuzzProgress.text(progress))
                .startsWith("3m30s left, 12,345 statements, 1,234/s, 90.0 % succeeded, ")
                .contains("2 assertion")
                .contains("1 crash")
                .endsWith("1 to confirm or reduce");
    }

    @Test
    void aTerminalIsDrawnOverAndAFileIsNot() {
        assertThat(drawn(true)).isEqualTo("\rone\u001b[K\rtwo\u001b[K\r\u001b[Kstays" + System.lineSeparator());
        assertThat(drawn(false)).isEqualTo("stays" + System.lineSeparator());
    }

    @Test
    void theSummaryNamesFoldersAndWhatToDoNext() {
        Finding crash = finding("signal 11 in f", Finding.Status.CONFIRMED, 1);
        Finding flaky = finding("signal 11 in g", Finding.Status.FLAKY, 0.5);
        List<KnownBugUse> known =
                KnownBugUse.of(List.of(KnownBug.ofSignature("signal 6 in h")), List.of(flaky, crash), "8.0.12");
        CampaignSummary summary = new CampaignSummary(Path.of("out"), TOTALS, List.of(flaky, crash), known, 0);
        String text =
                SummaryText.of(summary, CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), Path.of("out")));
        assertThat(text)
                .contains("12,345 statements in 1m30s, 90.0 % succeeded; found: 1 confirmed, 1 flaky")
                .contains("timeout 2")
                .contains("out/findings/" + crash.id())
                .contains("came back in 50 % of runs")
                .contains("repro of 1 statement;")
                .contains("./mysqlsmith check out/findings/" + crash.id() + " --server mysql:8.0.12 --runs 3")
                .contains("./mysqlsmith reduce out/findings/" + crash.id() + " --server mysql:8.0.12 --time 30m")
                .contains("Known bugs:\n  never matched: signature 'signal 6 in h'\n")
                .contains("out/report.html");
    }

    @Test
    void aSummaryOfNothingSaysSo() {
        CampaignSummary summary = new CampaignSummary(Path.of("out"), TOTALS, List.of(), List.of(), 2);
        assertThat(SummaryText.of(summary, CampaignOptions.against(ServerSpec.parse("mysql:8.0.12"), Path.of("out"))))
                .contains("nothing was found")
                .contains("Rounds lost by faults of mysqlsmith or its environment: 2")
                .doesNotContain("mysqlsmith check");
    }

    private static String drawn(boolean terminal) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(InputStream.nullInputStream(), stream, stream, terminal);
        try (ProgressLine line = new ProgressLine(console)) {
            line.show("one");
            line.show("two");
            line.tell("stays");
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    private static Finding finding(String text, Finding.Status status, double rate) {
        return new Finding(
                new Signature(Kind.CRASH, text),
                "crash",
                "mysql:8.0.12",
                List.of(),
                "8.0.12",
                1L,
                status,
                rate,
                Instant.EPOCH,
                History.of(List.of("SELECT 1")),
                new Repro(History.of(List.of("SELECT 1")), 2, List.of()),
                "",
                "",
                0);
    }
}
