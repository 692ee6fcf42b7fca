package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** A query gives the same rows by itself, as a derived table, and as a common table expression. */
final class Wrapping implements Relation {
    private static final ServerVersion CTE = ServerVersion.parse("8.0.1");

    @Override
    public String name() {
        return "wrap";
    }

    @Override
    public List<RelatedQueries> of(QueryTree query, ServerVersion version, Asker asker) {
        if (!Clauses.namesAreApart(query)) {
            return List.of(); // a table has no two columns of one name
        }
        SyntaxTree.Node inner = query.query();
        List<RelatedQueries> pairs = new ArrayList<>();
        pairs.add(pair("derived table", query, "SELECT * FROM (SELECT 0) AS whole", inner));
        if (version.compareTo(CTE) >= 0) {
            pairs.add(pair("cte", query, "WITH whole AS (SELECT 0) SELECT * FROM whole", inner));
        }
        return pairs;
    }

    private static RelatedQueries pair(String name, QueryTree query, String template, SyntaxTree.Node inner) {
        SyntaxTree.Node outer = Fragments.statement(template, inner);
        return RelatedQueries.of(name, query, new QueryTree(outer));
    }
}
