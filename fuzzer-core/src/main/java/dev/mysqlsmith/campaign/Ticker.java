package dev.mysqlsmith.campaign;

import dev.mysqlsmith.report.CampaignFolder;
import dev.mysqlsmith.report.StatisticsSnapshot;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listener how far a campaign is every second, and writes the checkpoint every five and at the end; the statistics too, but
 * less often in a long campaign: a line has tens of kilobytes, of which a night would make hundreds of megabytes.
 */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final int SECONDS_BETWEEN_WRITES = 5;
    private static final int SECONDS_OF_RATE = 10;

    private final CampaignFolder folder;
    private final Budget budget;
    private final Statistics statistics;
    private final Supplier<List<Checkpoint.WorkerState>> workers;
    private final IntSupplier pending;
    private final CampaignListener listener;
    private final WritePace statisticsPace = new WritePace();
    private final long[] recent = new long[SECONDS_OF_RATE + 1];
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ticker");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean fuzzing = true;
    private int ticks;

    Ticker(
            CampaignFolder folder,
            Budget budget,
            Statistics statistics,
            Supplier<List<Checkpoint.WorkerState>> workers,
            IntSupplier pending,
            CampaignListener listener) {
        this.folder = folder;
        this.budget = budget;
        this.statistics = statistics;
        this.workers = workers;
        this.pending = pending;
        this.listener = listener;
        recent[0] = totals().statements();
        ScheduledFuture<?> unused =
                clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS); // tick() never throws
    }

    void workersDone() {
        fuzzing = false;
    }

    /** Writes a last time. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(true);
    }

    private void tick() {
        try {
            ticks++;
            StatisticsSnapshot totals = totals();
            listener.progress(new CampaignProgress(
                    budget.elapsed(), budget.left(), totals, rate(totals.statements()), pending.getAsInt(), fuzzing));
            if (ticks % SECONDS_BETWEEN_WRITES == 0) {
                write(false);
            }
        } catch (RuntimeException e) {
            LOG.error("could not write how far the campaign is", e); // and try again at the next tick
        }
    }

    private double rate(long statements) {
        recent[ticks % recent.length] = statements;
        int span = Math.min(ticks, SECONDS_OF_RATE);
        return (double) (statements - recent[(ticks - span) % recent.length]) / span;
    }

    private synchronized void write(boolean last) {
        StatisticsSnapshot totals = totals();
        folder.writeCheckpoint(new Checkpoint(totals.seconds(), workers.get(), totals));
        if (statisticsPace.isDue(totals.seconds()) || last) {
            folder.append(totals);
        }
    }

    private StatisticsSnapshot totals() {
        return statistics.snapshot(budget.elapsed());
    }
}
