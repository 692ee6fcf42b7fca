package dev.mysqlsmith.report;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.finding.Repro;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the report tells of the findings. */
final class FindingSection {
    private static final int MOST_EVIDENCE = 20_000;

    private FindingSection() {}

    static String table(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "<p class=\"soft\">Nothing was found.</p>\n";
        }
        StringBuilder html = new StringBuilder(
                "<div class=\"scroll\"><table><thead><tr><th>Kind</th><th>Signature</th>"
                        + "<th>Status</th><th class=\"number\">Statements</th><th class=\"number\">Met again</th></tr></thead><tbody>\n");
        for (Finding finding : findings) {
            html.append("<tr><td>")
                    .append(finding.signature().kind().text())
                    .append("</td><td><a href=\"#")
                    .append(Html.escape(finding.id()))
                    .append("\">")
                    .append(Html.escape(finding.signature().text()))
                    .append("</a></td><td>")
                    .append(badge(finding))
                    .append("</td><td class=\"number\">")
                    .append(Figures.count(statements(finding)))
                    .append("</td><td class=\"number\">")
                    .append(Figures.count(finding.duplicates()))
                    .append("</td></tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    static String details(Finding finding, Path folder) {
        StringBuilder html = new StringBuilder("<article id=\"")
                .append(Html.escape(finding.id()))
                .append("\"><h3>")
                .append(Html.escape(finding.signature().toString()))
                .append("</h3><p>")
                .append(badge(finding))
                .append(" <span class=\"soft\">")
                .append(Html.escape(finding.versionString()))
                .append(" · first seen ")
                .append(finding.firstSeen())
                .append(" · history of ")
                .append(Figures.count(finding.history().size()))
                .append(" statements, repro of ")
                .append(Figures.count(statements(finding)))
                .append(finding.repro() == null ? " (not reduced)" : "")
                .append("</span></p>\n");
        KnownBug known = finding.known();
        if (known != null) {
            html.append("<p>Known: ")
                    .append(Html.escape(known.label()))
                    .append(known.reason() == null ? "" : "; " + Html.escape(known.reason()))
                    .append(known.link() == null ? "" : "; " + Html.link(known.link()))
                    .append("</p>\n");
        }
        if (!finding.elsewhere().isEmpty()) {
            html.append("<ul>");
            finding.elsewhere()
                    .forEach(other -> html.append("<li>")
                            .append(Html.escape(other.text()))
                            .append("</li>"));
            html.append("</ul>\n");
        }
        html.append("<p class=\"soft\">Folder: findings/")
                .append(Html.escape(finding.id()))
                .append("</p>\n");
        html.append("<pre>")
                .append(Html.escape(text(folder.resolve("repro.sql"))))
                .append("</pre>\n");
        return html.append("<details><summary>Evidence</summary><pre>")
                .append(Html.escape(shortened(finding.evidence())))
                .append("</pre></details></article>\n")
                .toString();
    }

    private static String badge(Finding finding) {
        String status = finding.status().text();
        String rate = finding.status() == Finding.Status.FLAKY
                ? String.format(Locale.ROOT, ", came back in %s of runs", Figures.percent(finding.rate()))
                : "";
        return "<span class=\"badge " + status + "\">" + status + rate + "</span>";
    }

    private static int statements(Finding finding) {
        Repro repro = finding.repro();
        return (repro == null ? finding.history() : repro.history()).size();
    }

    private static String text(Path file) {
        try {
            return shortened(Files.readString(file));
        } catch (IOException e) {
            return "(" + file.getFileName() + " cannot be read: " + e.getMessage() + ")";
        }
    }

    private static String shortened(String text) {
        return text.length() <= MOST_EVIDENCE
                ? text
                : text.substring(0, MOST_EVIDENCE) + "\n... (the rest is in the finding's folder)";
    }
}
