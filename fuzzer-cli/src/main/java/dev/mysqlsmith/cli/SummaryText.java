package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.CampaignOptions;
import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.Repro;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is printed when a campaign has ended: what came of it, and what to do next. */
final class SummaryText {
    private static final int LONGEST_LINE = 140;

    private SummaryText() {}

    static String of(CampaignSummary summary, CampaignOptions options) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d statements in %s, %.1f %% succeeded; %s%n",
                summary.totals().statements(),
                DurationText.format(Duration.ofMillis((long) (summary.totals().seconds() * 1000))),
                100 * summary.totals().shareSucceeded(),
                counts(summary.findings())));
        if (!summary.totals().skips().isEmpty()) {
            text.append("Not judged or lost: ")
                    .append(join(summary.totals().skips()))
                    .append('\n');
        }
        if (summary.faults() > 0) {
            text.append("Rounds lost by faults of mysqlsmith or its environment: ")
                    .append(summary.faults())
                    .append("; see ")
                    .append(summary.folder().resolve("mysqlsmith.log"))
                    .append('\n');
        }
        summary.findings().forEach(finding -> text.append('\n').append(finding(finding, summary.folder())));
        if (!summary.known().isEmpty()) {
            text.append("\nKnown bugs:\n");
            summary.known().forEach(use -> text.append("  ").append(use.text()).append('\n'));
        }
        text.append("\nReport: ")
                .append(summary.folder().resolve("report.html"))
                .append('\n');
        if (!summary.findings().isEmpty()) {
            text.append(next(summary, options));
        }
        return text.toString();
    }

    private static String counts(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "nothing was found";
        }
        Map<String, Long> byStatus = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.status().text(), java.util.TreeMap::new, Collectors.counting()));
        return "found: "
                + byStatus.entrySet().stream()
                        .map(status -> status.getValue() + " " + status.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String finding(Finding finding, Path folder) {
        Repro repro = finding.repro();
        String size = repro == null
                ? finding.history().size() + " statements, not reduced"
                : "repro of " + repro.history().size() + (repro.history().size() == 1 ? " statement" : " statements");
        String status = finding.status() == Finding.Status.FLAKY
                ? String.format(Locale.ROOT, "flaky, came back in %.0f %% of runs", 100 * finding.rate())
                : finding.status().text();
        return finding.signature() + "\n  " + status + "; " + size + "; met again "
                + finding.duplicates() + (finding.duplicates() == 1 ? " time" : " times") + "\n"
                + finding.elsewhere().stream()
                        .map(other -> "  " + shortened(other.text()) + "\n")
                        .collect(Collectors.joining())
                + "  "
                + folder.resolve("findings").resolve(finding.id()) + "\n";
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 3) + "...";
    }

    private static String next(CampaignSummary summary, CampaignOptions options) {
        Finding first = mostTelling(summary.findings());
        Path folder = summary.folder().resolve("findings").resolve(first.id());
        String server = options.server().withoutPassword();
        return "See it again:    ./mysqlsmith check " + folder + " --server " + server + " --runs 3\n"
                + "Reduce it more:  ./mysqlsmith reduce " + folder + " --server " + server
                + " --time 30m --out reduced\n";
    }

    /** The first that comes back; else the first that is news; else the first. */
    private static Finding mostTelling(List<Finding> findings) {
        return findings.stream()
                .min(Comparator.comparingInt(finding -> switch (finding.status()) {
                    case CONFIRMED -> 0;
                    case FLAKY -> 1;
                    case KNOWN -> 2;
                }))
                .orElseThrow();
    }

    private static String join(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
