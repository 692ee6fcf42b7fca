package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.generate.GeneratedStatement;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a round tells of its statements beside the verdicts: plans to the statistics, and all to the guidance, if there is one. */
final class Feedback {
    private final PlanReader plans;
    private final @Nullable Guidance guidance;
    private final Statistics statistics;

    Feedback(PlanReader plans, @Nullable Guidance guidance, Statistics statistics) {
        this.plans = plans;
        this.guidance = guidance;
        this.statistics = statistics;
    }

    /** A statement has run; the answer is what asks for its plan where that is wanted, else null. */
    @Nullable
    String ran(GeneratedStatement statement, String sql, Outcome outcome) {
        if (guidance != null) {
            long begin = System.nanoTime();
            guidance.ran(statement, outcome);
            statistics.feedback(System.nanoTime() - begin);
        }
        return plans.samples(statement, outcome) ? plans.explain(sql) : null;
    }

    /** The answer about the plan of a query. */
    void planned(GeneratedStatement query, Outcome answer) {
        long begin = System.nanoTime();
        OptionalLong shape = plans.shape(answer);
        if (shape.isPresent()) {
            statistics.planned(shape.getAsLong());
            if (guidance != null) {
                guidance.planned(query, shape.getAsLong());
            }
        }
        statistics.feedback(answer.elapsed().toNanos() + System.nanoTime() - begin);
    }
}
