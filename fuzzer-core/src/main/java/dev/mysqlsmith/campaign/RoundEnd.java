package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.oracle.Oracles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a round ended.
 *
 * @param sent the statements that were sent, in order
 * @param history those that are needed to see the failure again: not what oracles asked before, where the server lives
 * @param statements how many of the generator's statements are among them
 * @param failure what is wrong, or null where nothing is
 * @param clean whether the next round may use the server as it is
 * @param oracle the one that suspected, where there is a failure
 */
record RoundEnd(
        List<String> sent,
        List<String> history,
        int statements,
        Incident.@Nullable Failure failure,
        boolean clean,
        String oracle) {

    /** The same where the server has failed, or is lost: all that was sent may have done it. */
    RoundEnd withServerGone(Incident.@Nullable Failure found) {
        return new RoundEnd(sent, sent, statements, found, false, Oracles.CRASH);
    }
}
