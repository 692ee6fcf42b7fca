package dev.mysqlsmith.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.verify.CheckResult;
import dev.mysqlsmith.verify.CheckVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the README's examples. */
@Timeout(900)
class ExamplesIT {
    @TempDir
    Path temp;

    @Test
    void theLibraryExampleRuns() throws Exception {
        CampaignSummary summary = LibraryExample.fuzz(temp.resolve("out"));
        assertThat(summary.totals().statements()).isEqualTo(2000);
        Path harmless = script("harmless.sql", "SELECT 1;");
        assertThat(LibraryExample.reduce(harmless, temp.resolve("reduced"))).isEmpty();
        List<CheckResult> results = LibraryExample.check(harmless);
        assertThat(results).hasSize(1);
        assertThat(results.get(0).verdict()).isEqualTo(CheckVerdict.NOT_TRIGGERED);
        assertThat(results.get(0).runs()).isEqualTo(3);
    }

    @Test
    void theJunitExampleRunsAndFailsOnlyWithARepro() {
        TestExecutionSummary summary = run(ServerFuzzExample.class);
        assertThat(summary.getTestsStartedCount()).isEqualTo(1 + 3);
        assertThat(summary.getFailures())
                .allSatisfy(failure -> assertThat(failure.getException())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith("mysqlsmith found "));
    }

    private static TestExecutionSummary run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private Path script(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text);
    }
}
