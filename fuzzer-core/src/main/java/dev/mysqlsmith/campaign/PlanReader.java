package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.OptionalLong;

/** Which queries of a round are put to EXPLAIN, how, and what the answer's shape is. */
final class PlanReader {
    /** FORMAT=TREE has come with it. */
    private static final ServerVersion TREE = ServerVersion.parse("8.0.16");

    private static final double SHARE = 0.2;

    private final Choices choices;
    private final String explain;
    private final double share;

    /**
     * @param versionString as the server tells it
     * @param sparing whether the server can't be restarted, so that it is asked in the plain form: some subqueries in
     *     conditions end releases when they are shown as a tree
     * @param wanted whether statements are queries that run, so that they have plans
     */
    PlanReader(String versionString, boolean sparing, Choices choices, boolean wanted) {
        this.choices = choices;
        this.share = wanted ? SHARE : 0;
        boolean tree = !sparing
                && !versionString.contains("MariaDB")
                && ServerVersion.parse(versionString).compareTo(TREE) >= 0;
        this.explain = tree ? "EXPLAIN FORMAT=TREE " : "EXPLAIN ";
    }

    /** Whether the plan of a statement is to be asked for: by chance, of queries that have run. */
    boolean samples(GeneratedStatement statement, Outcome outcome) {
        return statement.kind().equals("SELECT") && choices.chance(share) && outcome.succeeded();
    }

    /** What asks for the plan of a query. */
    String explain(String query) {
        return explain + query;
    }

    /** The shape of the plan in an answer, if there is one. */
    OptionalLong shape(Outcome answer) {
        return answer instanceof Outcome.Rows rows ? PlanShape.of(rows.tables().get(0)) : OptionalLong.empty();
    }
}
