package dev.mysqlsmith.examples;

// readme: junit
import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.junit.Fuzz;
import dev.mysqlsmith.junit.Repros;

class ServerFuzzExample {

    /** Fails when the server fails; the message has the reduced repro. */
    @Fuzz(server = "mysql:8.0.12", statements = 2000, seed = 4)
    void survivesRandomSql(CampaignSummary summary) {
        assertThat(summary.totals().shareSucceeded()).isGreaterThan(0.5);
    }

    /** A test for each script (.sql, .test, .log) and each finding's folder in there; fails where the bug is triggered. */
    @Repros(value = "src/test/resources/repros", server = "mysql:8.0.12")
    void oldBugsStayFixed() {}
}
// end
