package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Incident;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a round ended.
 *
 * @param sent the statements that were sent, in order
 * @param statements how many of the generator's statements are among them
 * @param failure what the server's evidence says, or null where nothing is wrong
 * @param clean whether the next round may use the server as it is
 * @param oracle the one that suspected, where there is a failure
 */
record RoundEnd(List<String> sent, int statements, Incident.@Nullable Failure failure, boolean clean, String oracle) {}
