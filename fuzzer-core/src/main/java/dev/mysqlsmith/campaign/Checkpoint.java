package dev.mysqlsmith.campaign;

import dev.mysqlsmith.report.StatisticsSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * How far a campaign is. A round's statements depend on the seed, the worker and the round's number alone, so that nothing
 * else is needed to go on.
 *
 * @param seconds worked so far
 * @param workers one entry each
 * @param totals of the statistics
 */
record Checkpoint(double seconds, List<WorkerState> workers, StatisticsSnapshot totals) {

    /**
     * How far a worker is.
     *
     * @param worker its number, from 0
     * @param round the round that it works on, from 0
     * @param statements that it ran before that round
     */
    record WorkerState(int worker, long round, long statements) {}

    static Checkpoint beginning() {
        return new Checkpoint(0, List.of(), StatisticsSnapshot.nothing());
    }

    WorkerState of(int worker) {
        Optional<WorkerState> state =
                workers.stream().filter(one -> one.worker() == worker).findFirst();
        return state.orElse(new WorkerState(worker, 0, 0));
    }
}
