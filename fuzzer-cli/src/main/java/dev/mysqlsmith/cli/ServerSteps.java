package dev.mysqlsmith.cli;

import dev.mysqlsmith.server.ServerProgress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows what fetching and starting a server is at: a bar on a terminal, a line every quarter elsewhere. */
final class ServerSteps implements ServerProgress, AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    private final Console console;
    private @Nullable ProgressBar bar;
    private long quarterTold;

    ServerSteps(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void step(String text) {
        endBar();
        console.tell("mysqlsmith: " + text);
    }

    @Override
    public synchronized void download(long done, long total) {
        if (!console.terminal()) {
            tellQuarters(done, total);
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("download")
                    .setInitialMax(total)
                    .setUnit(" MB", MEGABYTE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                    .build();
        }
        bar.stepTo(done);
        if (done == total) {
            endBar();
        }
    }

    private void tellQuarters(long done, long total) {
        long quarter = total <= 0 ? 0 : done * 4 / total;
        if (done < total && quarter == quarterTold) {
            return;
        }
        if (quarter != quarterTold) {
            console.tell("mysqlsmith: downloaded " + done / MEGABYTE + " of " + total / MEGABYTE + " MB");
        }
        quarterTold = done == total ? 0 : quarter;
    }

    private void endBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        quarterTold = 0;
    }

    @Override
    public synchronized void close() {
        endBar();
    }
}
