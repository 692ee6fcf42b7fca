package dev.mysqlsmith.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
    private static final CampaignRecord CAMPAIGN = new CampaignRecord(
            "1",
            "mysql:8.0.33",
            "8.0.33",
            List.of(),
            42,
            "0x2a",
            1,
            null,
            200_000L,
            "default",
            List.of("crash"),
            List.of(),
            false,
            new CampaignRecord.Limits("2s", 600, 20, "5m", "10m", "1m"),
            true,
            null,
            null,
            "2026-01-01T00:00:00Z",
            "17",
            "Linux amd64");

    @Test
    void hasAPartForEachAreaAndTheCommand() {
        Map<String, StatisticsSnapshot.Count> features = new LinkedHashMap<>();
        features.put("types: BIT|BOOL", new StatisticsSnapshot.Count(1000, 700, 5, 100, 100));
        features.put("joins: LATERAL", new StatisticsSnapshot.Count(0, 0, 0, 0, 0));
        features.put("types: YEAR", new StatisticsSnapshot.Count(3, 3, 0, 0, 0));
        StatisticsSnapshot totals = new StatisticsSnapshot(
                1,
                10,
                9,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                features,
                Map.of(),
                Map.of(),
                0,
                Map.of(),
                1,
                StatisticsSnapshot.Feedback.nothing());
        assertThat(FeatureTable.markdown(CAMPAIGN, totals))
                .contains("./mysqlsmith fuzz --server mysql:8.0.33 --profile default --seed 0x2a --statements 200000"
                        + " --workers 1 --out OUT\n")
                .contains("| all | 10 | 90.0 % | 90.0 % | 0 | 0 | 0 |\n")
                .contains("""
                        ## types

                        | feature | statements | succeeded | apart | constraint | locked | timeouts |
                        |---|---:|---:|---:|---:|---:|---:|
                        | BIT\\|BOOL | 1,000 | 70.0 % | 87.5 % | 100 | 100 | 5 |
                        | YEAR | 3 | 100.0 % | 100.0 % | 0 | 0 | 0 |

                        ## joins
                        """)
                .contains("| LATERAL | 0 |  |  | 0 | 0 | 0 |");
    }
}
