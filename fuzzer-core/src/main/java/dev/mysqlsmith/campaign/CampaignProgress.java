package dev.mysqlsmith.campaign;

import dev.mysqlsmith.report.StatisticsSnapshot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is.
 *
 * @param elapsed since its start, an earlier run included
 * @param left of its time; null where it has no limit
 * @param totals so far
 * @param statementsPerSecond over the last seconds
 * @param pending finds that wait to be confirmed or reduced, or are
 * @param fuzzing whether the workers still run; if not, only the finds are finished
 */
public record CampaignProgress(
        Duration elapsed,
        @Nullable Duration left,
        StatisticsSnapshot totals,
        double statementsPerSecond,
        int pending,
        boolean fuzzing) {}
