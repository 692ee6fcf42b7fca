package dev.mysqlsmith.report;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.KnownBugUse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code report.html}: one file that opens without a network. */
public final class HtmlReport {
    private static final int MOST_ERRORS = 15;

    private final CampaignRecord campaign;
    private final List<StatisticsSnapshot> history;
    private final FindingStore store;
    private final StatisticsSnapshot totals;

    private HtmlReport(CampaignFolder folder) {
        this.campaign = folder.campaign();
        this.history = folder.statistics();
        this.store = new FindingStore(folder.findings());
        this.totals = history.isEmpty() ? StatisticsSnapshot.nothing() : history.get(history.size() - 1);
    }

    /**
     * Makes the report of the campaign in that folder, over an older one.
     *
     * @return the report's path
     * @throws FolderException where the folder is no campaign's
     */
    public static Path write(Path campaignFolder) {
        CampaignFolder folder = CampaignFolder.open(campaignFolder);
        Path file = folder.root().resolve("report.html");
        try {
            Path fresh = file.resolveSibling("report.html.new");
            Files.writeString(fresh, new HtmlReport(folder).html());
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private String html() {
        List<Finding> findings = store.all();
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>mysqlsmith report</title>
                <style>
                """).append(css()).append("</style></head><body><main>\n");
        html.append(head()).append(tiles(findings));
        html.append("<h2>Findings</h2>\n").append(FindingSection.table(findings));
        html.append(knownBugs(findings));
        html.append("<h2>Over time</h2>\n").append(charts());
        html.append("<h2>Statements by kind</h2>\n").append(outcomes("Kind", totals.byKind()));
        html.append("<h2>Statements by feature</h2>\n").append(outcomes("Feature", totals.byFeature()));
        html.append(counts("Errors by number", "Error", totals.byError()));
        html.append(counts("Not judged", "Reason", totals.skips()));
        html.append(findings.isEmpty() ? "" : "<h2>Findings in full</h2>\n");
        findings.forEach(finding -> html.append(FindingSection.details(finding, store.folderOf(finding.signature()))));
        return html.append("</main></body></html>\n").toString();
    }

    private String knownBugs(List<Finding> findings) {
        if (campaign.known().isEmpty()) {
            return "";
        }
        return KnownBugUse.of(campaign.known(), findings, campaign.versionString()).stream()
                .map(use -> "<li>" + Html.escape(use.text()) + "</li>\n")
                .collect(Collectors.joining("", "<h2>Known bugs</h2>\n<ul>\n", "</ul>\n"));
    }

    private String head() {
        return "<h1>Campaign against " + Html.escape(campaign.server()) + "</h1>\n<p class=\"soft\">"
                + Html.escape(campaign.versionString()) + " · seed " + Html.escape(campaign.seedHex()) + " · "
                + campaign.workers() + (campaign.workers() == 1 ? " worker" : " workers") + " · profile "
                + Html.escape(campaign.profile()) + " · started " + Html.escape(campaign.started())
                + " · mysqlsmith " + Html.escape(campaign.mysqlsmith()) + "</p>\n";
    }

    private String tiles(List<Finding> findings) {
        String rate = totals.seconds() <= 0 ? "0" : Figures.count(Math.round(totals.statements() / totals.seconds()));
        return "<div class=\"tiles\">" + tile("findings", Figures.count(findings.size()))
                + tile("statements", Figures.count(totals.statements()))
                + tile("succeeded", Figures.percent(totals.shareSucceeded()))
                + tile("statements/s", rate)
                + tile("rounds", Figures.count(totals.rounds()))
                + tile("time", Figures.duration(totals.seconds())) + "</div>\n";
    }

    private static String tile(String label, String value) {
        return "<div class=\"tile\"><b>" + value + "</b><span class=\"soft\">" + label + "</span></div>";
    }

    private String charts() {
        if (history.size() < 2) {
            return "<p class=\"soft\">Too short for a chart.</p>\n";
        }
        List<LineChart.Point> rates = new ArrayList<>();
        List<LineChart.Point> found = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            StatisticsSnapshot now = history.get(i);
            StatisticsSnapshot before = history.get(i - 1);
            double span = now.seconds() - before.seconds();
            if (span > 0.5) {
                rates.add(new LineChart.Point(now.seconds(), (now.statements() - before.statements()) / span));
            }
            found.add(new LineChart.Point(
                    now.seconds(),
                    now.findings().values().stream().mapToLong(Long::longValue).sum()));
        }
        return "<div class=\"charts\">" + LineChart.svg("Statements per second", rates)
                + LineChart.svg("Findings", found) + "</div>\n";
    }

    private static String outcomes(String label, Map<String, StatisticsSnapshot.Count> counts) {
        String rows = counts.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().statements()))
                .map(entry -> outcome(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "<div class=\"scroll\"><table><thead><tr><th>" + label + "</th><th class=\"number\">Statements</th>"
                + "<th class=\"number\">Succeeded</th><th class=\"number\">Constraint</th>"
                + "<th class=\"number\">Locked</th><th class=\"number\">Timeouts</th></tr></thead><tbody>\n" + rows
                + "</tbody></table></div>\n";
    }

    private static String outcome(String name, StatisticsSnapshot.Count count) {
        return row(
                name,
                Figures.count(count.statements()),
                count.statements() == 0 ? "" : Figures.percent(count.shareSucceeded()),
                Figures.count(count.constraint()),
                Figures.count(count.locked()),
                Figures.count(count.timeouts()));
    }

    private static String counts(String title, String label, Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        String rows = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_ERRORS)
                .map(entry -> row(entry.getKey(), Figures.count(entry.getValue())))
                .collect(Collectors.joining());
        int left = counts.size() - MOST_ERRORS;
        return "<h2>" + title + "</h2>\n<div class=\"scroll\"><table><thead><tr><th>" + label
                + "</th><th class=\"number\">Times</th></tr></thead><tbody>\n" + rows + "</tbody></table></div>\n"
                + (left > 0 ? "<p class=\"soft\">" + left + " more are in stats.jsonl.</p>\n" : "");
    }

    private static String row(String first, String... numbers) {
        StringBuilder row =
                new StringBuilder("<tr><td>").append(Html.escape(first)).append("</td>");
        for (String number : numbers) {
            row.append("<td class=\"number\">").append(number).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static String css() {
        try (InputStream css = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
