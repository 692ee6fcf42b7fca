package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.oracle.Oracle;
import dev.mysqlsmith.oracle.StatementContext;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Who judges the statements of a round.
 *
 * @param crash sees to each statement, and to what the others ask
 * @param relations see to queries that gave rows
 * @param met counts a wrong result that is known already, and says whether it is: it ends no round
 * @param first statements that a round begins with, so that what follows can be judged
 */
record Judges(
        Oracle crash, List<Oracle> relations, BiPredicate<Incident.Failure, StatementContext> met, List<String> first) {
    Judges {
        relations = List.copyOf(relations);
        first = List.copyOf(first);
    }
}
