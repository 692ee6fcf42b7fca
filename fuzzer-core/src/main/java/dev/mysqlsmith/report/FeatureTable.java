package dev.mysqlsmith.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of features that a campaign's statements had, as Markdown: one part for each area, {@code AREA: FEATURE}. */
public final class FeatureTable {
    private static final String HEAD = "| feature | statements | succeeded | apart | constraint | locked | timeouts |\n"
            + "|---|---:|---:|---:|---:|---:|---:|\n";

    private FeatureTable() {}

    /**
     * Writes the table of the campaign in that folder, over an older one.
     *
     * @throws FolderException where the folder is no campaign's, or its campaign has counted nothing
     */
    public static void write(Path campaignFolder, Path file) {
        CampaignFolder folder = CampaignFolder.open(campaignFolder);
        List<StatisticsSnapshot> history = folder.statistics();
        if (history.isEmpty()) {
            throw new FolderException("'" + campaignFolder + "' has no line in stats.jsonl yet; let the campaign run");
        }
        try {
            Files.writeString(file, markdown(folder.campaign(), history.get(history.size() - 1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static String markdown(CampaignRecord campaign, StatisticsSnapshot totals) {
        StringBuilder text = new StringBuilder(head(campaign));
        text.append("\n## All statements\n\n").append(HEAD).append(row("all", totals.total()));
        totals.byKind().forEach((kind, count) -> text.append(row(kind, count)));
        areas(totals.byFeature()).forEach((area, features) -> {
            text.append("\n## ").append(area).append("\n\n").append(HEAD);
            features.forEach((feature, count) -> text.append(row(feature, count)));
        });
        return text.toString();
    }

    private static String head(CampaignRecord campaign) {
        return "# Features\n\nHow many statements of a run had each feature, and how many of them succeeded: of all, and"
                + " (apart) of those that no\nconstraint and no lock ended. Made by\n\n    ./mysqlsmith fuzz --server "
                + campaign.server() + " --profile " + campaign.profile() + " --seed " + campaign.seedHex()
                + (campaign.statements() == null ? "" : " --statements " + campaign.statements())
                + (campaign.duration() == null ? "" : " --duration " + campaign.duration())
                + " --workers " + campaign.workers() + " --out OUT\n    ./mysqlsmith report OUT --features FILE\n\non "
                + campaign.versionString() + ".\n";
    }

    private static Map<String, Map<String, StatisticsSnapshot.Count>> areas(
            Map<String, StatisticsSnapshot.Count> features) {
        Map<String, Map<String, StatisticsSnapshot.Count>> areas = new LinkedHashMap<>();
        features.forEach((name, count) -> {
            int colon = name.indexOf(": ");
            String area = colon < 0 ? "other" : name.substring(0, colon);
            areas.computeIfAbsent(area, unused -> new LinkedHashMap<>())
                    .put(colon < 0 ? name : name.substring(colon + 2), count);
        });
        return areas;
    }

    private static String row(String name, StatisticsSnapshot.Count count) {
        boolean any = count.statements() > 0;
        return "| " + name.replace("|", "\\|") + " | " + Figures.count(count.statements()) + " | "
                + (any ? Figures.percent(count.shareSucceeded()) : "") + " | "
                + (any ? Figures.percent(count.shareApart()) : "") + " | " + Figures.count(count.constraint()) + " | "
                + Figures.count(count.locked()) + " | " + Figures.count(count.timeouts()) + " |\n";
    }
}
