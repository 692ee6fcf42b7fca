package dev.mysqlsmith.campaign;

import dev.mysqlsmith.report.CampaignFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All workers of a campaign, each in a thread of its own. */
final class WorkerCrew {
    private final List<Worker> workers = new ArrayList<>();

    WorkerCrew(Worker.Common common, Checkpoint before, CampaignFolder folder) {
        for (int i = 0; i < common.options().workers(); i++) {
            StatementLog log = common.options().logStatements()
                    ? StatementLog.to(folder.root().resolve("statements-" + i + ".sql"))
                    : StatementLog.none();
            workers.add(new Worker(common, before.of(i), log));
        }
    }

    /** Lets them work until they are all done. */
    void work() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Worker worker : workers) {
            Thread thread = new Thread(worker, "worker-" + worker.state().worker());
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    List<Checkpoint.WorkerState> states() {
        return workers.stream().map(Worker::state).toList();
    }

    /** Why one of them gave up; null where none did. */
    @Nullable
    RuntimeException failure() {
        return workers.stream()
                .map(Worker::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
