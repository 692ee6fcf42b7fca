package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.Campaign;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/** Ctrl-C and SIGTERM: the first lets a campaign or a reduction finish what it is at, the second ends the process. */
final class StopSignals {
    private static final int ENDED_BY_USER = 130;

    private StopSignals() {}

    static void install(Campaign campaign, FuzzProgress progress) {
        install(() -> {
            progress.warning("stopping: statements that run are finished, all is written; again to stop at once");
            campaign.stop();
        });
    }

    /** For a reduction that this thread runs: the first ends its search, and the best so far is the result. */
    static void installForReduction(Console console) {
        Thread reduction = Thread.currentThread();
        install(() -> {
            console.err().println("\nstopping: the best so far is confirmed and written; again to stop at once");
            reduction.interrupt();
        });
    }

    private static void install(Runnable first) {
        AtomicInteger count = new AtomicInteger();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> {
                if (count.getAndIncrement() == 0) {
                    first.run();
                } else {
                    System.exit(ENDED_BY_USER); // shutdown hooks end the servers
                }
            });
        }
    }
}
