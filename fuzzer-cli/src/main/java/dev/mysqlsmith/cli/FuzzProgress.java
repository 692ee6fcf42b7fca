package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.CampaignListener;
import dev.mysqlsmith.campaign.CampaignProgress;
import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.reduce.ReduceProgress;
import dev.mysqlsmith.server.ServerProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows how a campaign goes, on standard error. */
final class FuzzProgress implements CampaignListener, AutoCloseable {
    private final ProgressLine line;
    private final ServerSteps steps;
    private volatile String reducing = "";

    FuzzProgress(Console console) {
        this.line = new ProgressLine(console);
        this.steps = new ServerSteps(console);
    }

    @Override
    public ServerProgress serverProgress() {
        return steps;
    }

    @Override
    public void started(Path folder, String versionString) {
        steps.close();
        Logging.alsoTo(folder.resolve("mysqlsmith.log"));
        line.tell("mysqlsmith: fuzzing " + versionString + ", all goes to " + folder);
    }

    @Override
    public void progress(CampaignProgress progress) {
        line.show(text(progress) + (reducing.isEmpty() ? "" : "; " + reducing));
    }

    @Override
    public void found(Finding finding, Path folder) {
        line.tell("found " + finding.signature() + " (" + finding.status().text() + ")\n      " + folder);
    }

    @Override
    public void reducing(Signature signature, ReduceProgress progress) {
        reducing = String.format(
                Locale.ROOT, "reducing: %d statements, %d tokens", progress.statements(), progress.tokens());
    }

    @Override
    public void reduced(Finding finding, Path folder) {
        reducing = "";
        Repro repro = finding.repro();
        int statements = (repro == null ? finding.history() : repro.history()).size();
        line.tell("reduced " + finding.signature() + " to " + statements + " statements ("
                + finding.status().text() + ")\n      " + folder.resolve("repro.sql"));
    }

    @Override
    public void warning(String text) {
        line.tell("mysqlsmith: " + text);
    }

    @Override
    public void close() {
        steps.close();
        line.close();
    }

    static String text(CampaignProgress progress) {
        if (!progress.fuzzing()) {
            return "time is over, finds to confirm or reduce: " + progress.pending();
        }
        Duration left = progress.left();
        return String.format(
                Locale.ROOT,
                "%s, %,d statements, %,.0f/s, %.1f %% succeeded, %s%s",
                left == null
                        ? DurationText.format(progress.elapsed()) + " so far"
                        : DurationText.format(left) + " left",
                progress.totals().statements(),
                progress.statementsPerSecond(),
                100 * progress.totals().shareSucceeded(),
                finds(progress.totals().findings()),
                progress.pending() == 0 ? "" : ", " + progress.pending() + " to confirm or reduce");
    }

    /** {@code 1 crash, 2 assertion}. */
    static String finds(Map<String, Long> findings) {
        return findings.isEmpty()
                ? "no finds"
                : findings.entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .collect(Collectors.joining(", "));
    }
}
