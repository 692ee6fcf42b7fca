package dev.mysqlsmith.campaign;

import dev.mysqlsmith.oracle.Oracle;
import dev.mysqlsmith.oracle.Verdict;
import dev.mysqlsmith.server.Server;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Who judges the statements of a round.
 *
 * @param crash sees to each statement, and to what the others ask
 * @param relations see to queries that gave rows
 * @param met counts a wrong result that is known already, and says whether it is: it ends no round
 * @param leads keeps what is no finding, with the name of the oracle that says it
 */
record Judges(Oracle crash, List<Oracle> relations, Met met, BiConsumer<String, Verdict.Lead> leads) {
    /** Counts a wrong result that is known already. */
    @FunctionalInterface
    interface Met {
        /**
         * Whether it is known.
         *
         * @param suspect with what was sent until then
         */
        boolean test(Suspect suspect, Server server);
    }

    Judges {
        relations = List.copyOf(relations);
    }
}
