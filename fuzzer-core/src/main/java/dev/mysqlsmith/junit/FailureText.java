package dev.mysqlsmith.junit;

import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.report.CampaignRecord;
import java.util.List;
import java.util.Locale;

/** Why a {@link Fuzz} test fails: what was found, with the scripts that show it. */
final class FailureText {
    private FailureText() {}

    static String of(Fuzz fuzz, CampaignSummary summary) {
        List<Finding> news = summary.news();
        StringBuilder text = new StringBuilder("mysqlsmith found " + news.size()
                + (news.size() == 1 ? " failure of " : " failures of ") + fuzz.server() + " with seed "
                + CampaignRecord.seedText(fuzz.seed()) + ":\n");
        for (Finding finding : news) {
            Repro repro = finding.repro();
            text.append('\n')
                    .append(finding.signature())
                    .append(" (")
                    .append(status(finding))
                    .append(")\n");
            if (repro == null) {
                text.append(finding.history().size()).append(" statements, not reduced\n");
            } else {
                text.append(ReproScript.forClient(repro.history()));
            }
            text.append(summary.folder().resolve("findings").resolve(finding.id()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String status(Finding finding) {
        return finding.status() == Finding.Status.FLAKY
                ? String.format(Locale.ROOT, "flaky, came back in %.0f %% of runs", 100 * finding.rate())
                : finding.status().text();
    }
}
