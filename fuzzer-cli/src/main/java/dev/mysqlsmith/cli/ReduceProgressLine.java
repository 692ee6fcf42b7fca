package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.reduce.ReduceProgress;
import java.util.Locale;

/** Shows how a reduction goes. */
final class ReduceProgressLine implements ReduceListener, AutoCloseable {
    private final ProgressLine line;

    ReduceProgressLine(Console console) {
        this.line = new ProgressLine(console);
    }

    @Override
    public void progress(ReduceProgress progress) {
        line.show(String.format(
                Locale.ROOT,
                "reducing: %d statements, %d tokens; %d candidates run (%s), at most %s left",
                progress.statements(),
                progress.tokens(),
                progress.executions(),
                progress.pass(),
                DurationText.format(progress.left())));
    }

    @Override
    public void close() {
        line.close();
    }
}
