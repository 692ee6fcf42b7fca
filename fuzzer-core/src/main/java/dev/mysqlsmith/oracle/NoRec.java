package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Optional;

/**
 * Non-optimizing reference engine construction: how many rows WHERE lets through is how often its predicate is true where it
 * stands in the select list, which no index and no rewriting helps to answer.
 *
 * <p>Source: Rigger and Su, Detecting Optimization Bugs in Database Engines via Non-Optimizing Reference Engine Construction,
 * ESEC/FSE 2020.
 */
final class NoRec implements Relation {

    @Override
    public String name() {
        return "norec";
    }

    @Override
    public List<RelatedQueries> of(QueryTree query, ServerVersion version, Asker asker) {
        boolean plain = query.clause("fromClause").isPresent()
                && query.clause("whereClause").isPresent()
                && query.clause("groupByClause").isEmpty()
                && query.clause("havingClause").isEmpty()
                && !Clauses.aggregates(query)
                && !Clauses.windows(query)
                && !query.query().has("limitClause");
        if (!plain) {
            return List.of();
        }
        SyntaxTree.Node predicate =
                query.clause("whereClause").orElseThrow().child("expression").orElseThrow();
        QueryTree bare = query.unordered().withoutClauses("selectOption");
        return List.of(new RelatedQueries(
                "where",
                List.of(bare.withClause(Fragments.first("selectItemList", "SELECT COUNT(*)"))),
                List.of(bare.withoutClauses("whereClause")
                        .withClause(Fragments.first(
                                "selectItemList", "SELECT COUNT(CASE WHEN (0) THEN 1 END)", predicate)))));
    }

    @Override
    public Optional<String> predicate(RelatedQueries pair) {
        return Optional.of("whereClause");
    }
}
