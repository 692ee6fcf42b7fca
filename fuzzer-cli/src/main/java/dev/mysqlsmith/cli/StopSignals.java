package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.Campaign;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/** Ctrl-C and SIGTERM: the first lets the campaign finish what it is at, the second ends the process. */
final class StopSignals {
    private static final int ENDED_BY_USER = 130;

    private StopSignals() {}

    static void install(Campaign campaign, FuzzProgress progress) {
        AtomicInteger count = new AtomicInteger();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> {
                if (count.getAndIncrement() == 0) {
                    progress.warning(
                            "stopping: statements that run are finished, all is written; again to stop at once");
                    campaign.stop();
                } else {
                    System.exit(ENDED_BY_USER); // shutdown hooks end the servers
                }
            });
        }
    }
}
