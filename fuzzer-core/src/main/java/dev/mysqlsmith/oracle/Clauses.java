package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the clauses of a query have. */
final class Clauses {
    /** Derived tables can name their columns. */
    static final ServerVersion DERIVED_COLUMNS = ServerVersion.parse("8.0.19");

    private Clauses() {}

    /** Whether rows may be put together; those inside of subqueries count, since some belong to the query around them. */
    static boolean aggregates(QueryTree query) {
        return hasAny(query, "aggregateFunction", "selectItemList", "havingClause")
                || query.query().children("orderByClause").stream()
                        .anyMatch(order -> !order.all("aggregateFunction").isEmpty());
    }

    /** Whether values depend on other rows of the result. */
    static boolean windows(QueryTree query) {
        return hasAny(query, "overClause", "selectItemList", "qualifyClause");
    }

    static boolean distinct(QueryTree query) {
        return query.specification().orElseThrow().children("selectOption").stream()
                .anyMatch(Clauses::isDistinct);
    }

    /** Whether a selectOption asks for each row once. */
    static boolean isDistinct(SyntaxTree.Node option) {
        return option.says("DISTINCT") || option.says("DISTINCTROW");
    }

    /** Whether each column of the result surely has a name that no other has. */
    static boolean namesAreApart(QueryTree query) {
        Optional<SyntaxTree.Node> items = query.clause("selectItemList");
        if (items.isEmpty() || items.get().says("*")) {
            return false;
        }
        Set<String> names = new HashSet<>();
        List<SyntaxTree.Node> all = items.get().children("selectItem");
        return all.stream()
                        .flatMap(item -> name(item).stream())
                        .filter(names::add)
                        .count()
                == all.size();
    }

    private static Optional<String> name(SyntaxTree.Node item) {
        Optional<SyntaxTree.Node> alias = item.child("newColumnAlias");
        if (alias.isPresent()) {
            return Optional.of(plain(alias.get()));
        }
        return item.child("expression")
                .map(SyntaxTree.Node::core)
                .filter(core -> core.is("columnRef"))
                .map(column -> column.children("identifier"))
                .map(parts -> plain(parts.get(parts.size() - 1)));
    }

    private static String plain(SyntaxTree.Node name) {
        return SqlName.plain(name.sql()).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean hasAny(QueryTree query, String rule, String... clauses) {
        return Stream.of(clauses)
                .flatMap(clause -> query.clause(clause).stream())
                .anyMatch(clause -> !clause.all(rule).isEmpty());
    }
}
