package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.Oracle;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who judges the statements of a round.
 *
 * @param crash sees to each statement, and to what the others ask
 * @param relations see to queries that gave rows
 * @param met counts a wrong result that is known already, and says whether it is: it ends no round
 */
record Judges(Oracle crash, List<Oracle> relations, Predicate<Signature> met) {
    Judges {
        relations = List.copyOf(relations);
    }
}
