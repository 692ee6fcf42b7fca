package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.KnownBugUse;
import dev.mysqlsmith.report.StatisticsSnapshot;
import java.nio.file.Path;
import java.util.List;

/**
 * What a campaign came to.
 *
 * @param folder the campaign's folder
 * @param totals of the statistics
 * @param findings all of them, oldest first, those of earlier runs of the same campaign included
 * @param known what became of each entry of the list of known bugs
 * @param faults rounds that were lost by a fault of the tool or its environment
 */
public record CampaignSummary(
        Path folder, StatisticsSnapshot totals, List<Finding> findings, List<KnownBugUse> known, long faults) {
    public CampaignSummary {
        findings = List.copyOf(findings);
        known = List.copyOf(known);
    }

    /** The findings that are not on the list of known bugs. */
    public List<Finding> news() {
        return findings.stream()
                .filter(finding -> finding.status() != Finding.Status.KNOWN)
                .toList();
    }
}
