package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries inside expressions: they see the columns around them. */
final class SubqueryBinders {
    /** Types that aggregates of most profiles give. */
    private static final Set<Type> AGGREGATED = EnumSet.of(Type.BOOLEAN, Type.NUMBER, Type.STRING, Type.TEMPORAL);

    /** Of a hundred subqueries for one row, so many need no LIMIT. */
    private static final int SINGLE = 50;

    private SubqueryBinders() {}

    /** {@code (SELECT ..)} as a value: one column, at most one row. */
    static SyntaxTree.@Nullable Node scalar(Expansion expansion, Request request) {
        Type type = request.context().expected() == Type.ANY
                ? Kinds.comparable(expansion.choices())
                : request.context().expected();
        return nested(expansion, request, one(expansion, List.of(type)));
    }

    /** The task of a query that gives one row of these types at most. */
    static QueryTask one(Expansion expansion, List<Type> types) {
        boolean single = AGGREGATED.contains(types.get(0))
                && expansion.view().isAvailable(expansion.rule("aggregateCall"))
                && expansion.choices().chance(expansion.size("single", SINGLE) / 100.0);
        return QueryTask.of(types, single ? QueryTask.Rows.SINGLE : QueryTask.Rows.ONE);
    }

    /** EXISTS: any columns. */
    static SyntaxTree.@Nullable Node exists(Expansion expansion, Request request) {
        return nested(expansion, request, QueryTask.free());
    }

    /** IN, ANY, ALL: one column of the type of the left side. */
    static SyntaxTree.@Nullable Node list(Expansion expansion, Request request) {
        Context context = request.context();
        if (!context.clause().subqueries || context.nesting() > 2 || context.aggregate()) {
            return null;
        }
        Type type = context.expected() == Type.ANY ? Type.NUMBER : context.expected();
        return nested(expansion, request, QueryTask.of(List.of(type), QueryTask.Rows.UNLIMITED));
    }

    /** A query inside of an expression, with that task. */
    static SyntaxTree.@Nullable Node nested(Expansion expansion, Request request, QueryTask task) {
        Context inner = request.context().nested(task).withoutTable();
        return expansion.plain(
                new Request(request.rule(), 0, inner, request.budget() > 0 ? Expansion.QUERY_BUDGET : 0));
    }
}
