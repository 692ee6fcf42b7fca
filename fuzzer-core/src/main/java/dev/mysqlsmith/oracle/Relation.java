package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ServerVersion;
import java.util.List;
import java.util.Optional;

/** A metamorphic relation: queries that must give the same rows as others on any right server, whatever the data. */
interface Relation {

    /** The name on the command line and in findings: {@code tlp}. */
    String name();

    /**
     * The pairs that follow from a query; none where the relation says nothing of such a query.
     *
     * @param asker says what parts of the query are, where a relation depends on that
     */
    List<RelatedQueries> of(QueryTree query, ServerVersion version, Asker asker);

    /** The clause whose predicate is all that a pair looks at, by its rule; what differs is which rows this lets through. */
    default Optional<String> predicate(RelatedQueries pair) {
        return Optional.empty();
    }

    /** What a difference depends on, where the pair itself says it. */
    default Optional<String> explanation(RelatedQueries pair) {
        return Optional.empty();
    }
}
