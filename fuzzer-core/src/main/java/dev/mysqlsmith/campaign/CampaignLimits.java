package dev.mysqlsmith.campaign;

import java.time.Duration;

/**
 * How long the parts of a campaign may take.
 *
 * @param statementTimeout after which a statement is killed
 * @param roundStatements how many statements a round has; it must replay in seconds
 * @param roundsPerReset after how many rounds a server goes back to its clean snapshot; between them the round's own DROP
 *     DATABASE cleans up, which is cheaper
 * @param reduceTime how long the reduction of one find may take
 * @param grace how long reductions may go on when the campaign's time is over
 * @param dying how long to wait for a server that lost a connection to be gone
 */
public record CampaignLimits(
        Duration statementTimeout,
        int roundStatements,
        int roundsPerReset,
        Duration reduceTime,
        Duration grace,
        Duration dying) {

    /** 2 s a statement, rounds of 600, a clean snapshot every 20 rounds, 5 min a reduction, 20 min of grace. */
    public static CampaignLimits defaults() {
        return new CampaignLimits(
                Duration.ofSeconds(2), 600, 20, Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofSeconds(60));
    }

    /** The same with other times for reductions. */
    public CampaignLimits withReduction(Duration time, Duration newGrace) {
        return new CampaignLimits(statementTimeout, roundStatements, roundsPerReset, time, newGrace, dying);
    }

    /** The same with another timeout of statements. */
    public CampaignLimits withStatementTimeout(Duration timeout) {
        return new CampaignLimits(timeout, roundStatements, roundsPerReset, reduceTime, grace, dying);
    }
}
