package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a query from the outside to the select list: what comes first decides what the rest may name. */
final class QueryBinders {
    private static final int DEEPEST_SET = 2;
    private static final int FEW = 10;
    private static final List<String> OUTERMOST =
            List.of("SQL_BUFFER_RESULT", "SQL_CALC_FOUND_ROWS", "SQL_NO_CACHE", "HIGH_PRIORITY");
    private static final List<String> QUANTIFIERS = List.of("ALL", "DISTINCT", "DISTINCTROW");
    private static final double UNGROUPED_AGGREGATES = 0.06;

    private QueryBinders() {}

    /** A query with WITH, ORDER BY and LIMIT, as far as its place allows them. */
    static SyntaxTree.@Nullable Node query(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask task = context.query();
        boolean top = context.nesting() == 0;
        Plan plan = new Plan().omit("intoClause").omit("procedureAnalyse");
        if (!top || expansion.world().session().isLocked()) {
            plan.omit("lockingClauses");
        }
        if (context.nesting() > 1 || task.recursion() != null) {
            plan.omit("withClause");
        }
        if (task.recursion() != null) {
            plan.omit("orderByClause").omit("limitClause");
        }
        if (task.rows() == QueryTask.Rows.UNLIMITED || task.rows() == QueryTask.Rows.SINGLE) {
            plan.omit("limitClause").omit("orderByClause");
        } else if (task.rows() != QueryTask.Rows.ANY) {
            plan.include("limitClause");
        }
        Context inner = context.in(context.scope().inner());
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .first("withClause", "queryExpressionBody")
                .contexts((index, symbol) -> symbol.name().equals("orderByClause")
                        ? inner.in(orderScope(task, inner)).in(task.orderClause())
                        : inner)
                .make();
    }

    /** ORDER BY sees the result's columns, and where the body is one plain SELECT that one's columns too. */
    private static Scope orderScope(QueryTask task, Context inner) {
        Scope body = task.body();
        if (body != null && !task.output().isEmpty()) {
            return body;
        }
        Scope scope = inner.scope().sealedInner();
        scope.add(new Relation("", task.output()));
        return scope;
    }

    /** One SELECT, VALUES, TABLE, or a set operation whose arms have columns of the same number and types. */
    static SyntaxTree.@Nullable Node queryExpressionBody(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask task = context.query();
        Recursion recursion = task.recursion();
        if (recursion != null && recursion.part() == Recursion.Part.WHOLE) {
            return RecursiveBinders.body(expansion, request, recursion);
        }
        boolean plain = recursion != null || task.rows() == QueryTask.Rows.SINGLE;
        return expansion.attempt(
                request,
                (task.wanted() == null ? 1 : 0) + (context.nesting() >= DEEPEST_SET ? 2 : 0) + (plain ? 4 : 0),
                alternative -> plain && !alternative.mentions("querySpecification")
                                || alternative.mentions("explicitTable") && task.wanted() != null
                                || alternative.mentions("setQuantifier") && context.nesting() >= DEEPEST_SET
                        ? 0
                        : 1,
                alternative -> alternative.precedence() == Alternative.PRIMARY
                        ? primary(expansion, request, alternative)
                        : setOperation(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node primary(Expansion expansion, Request request, Alternative alternative) {
        SyntaxTree.Node node = expansion.build(request, alternative, Plan.FREE);
        if (!alternative.mentions("querySpecification")) {
            request.context().query().orderBy(null);
            request.context().query().mayLock(List.of());
        }
        return node;
    }

    private static SyntaxTree.@Nullable Node setOperation(
            Expansion expansion, Request request, Alternative alternative) {
        Context context = request.context();
        QueryTask task = context.query();
        List<Type> types = task.wanted() != null ? task.wanted() : SelectListBinder.freeTypes(expansion);
        // what may not stand in the query may not stand in its arms
        QueryTask.Rows rows = task.rows() == QueryTask.Rows.UNLIMITED ? QueryTask.Rows.UNLIMITED : QueryTask.Rows.ANY;
        List<QueryTask> arms = new ArrayList<>();
        SyntaxTree.Node node = new Filling(expansion, request, expansion.shape(request, alternative, Plan.FREE))
                .contexts((index, symbol) -> {
                    QueryTask arm = QueryTask.of(types, rows);
                    arms.add(arm);
                    return context.doing(arm);
                })
                .make();
        if (node != null) {
            task.deliver(arms.get(0).output());
            task.orderBy(null);
            task.mayLock(List.of());
        }
        return node;
    }

    /** FROM first, then what restricts its rows, then grouping, then the select list. */
    static SyntaxTree.@Nullable Node querySpecification(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask task = context.query();
        Recursion recursion = task.recursion();
        if (recursion != null && recursion.part() == Recursion.Part.STEP) {
            return RecursiveBinders.step(expansion, request, recursion.table());
        }
        Scope scope = context.scope().inner();
        Plan plan = new Plan().omit("intoClause");
        if (recursion != null) {
            plan.omit("fromClause").omit("groupByClause").omit("havingClause").omit("windowClause");
        }
        boolean single = task.rows() == QueryTask.Rows.SINGLE;
        if (single) {
            plan.omit("groupByClause").omit("windowClause");
        }
        if (expansion.world().schema().tables().isEmpty()) {
            plan.omit("fromClause");
        }
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), plan);
        boolean grouping = names(shape, "groupByClause");
        if (single && names(shape, "fromClause")) {
            task.oweAggregate();
        }
        boolean aggregated = grouping
                || task.owesAggregate()
                || names(shape, "havingClause")
                || recursion == null && expansion.choices().chance(UNGROUPED_AGGREGATES);
        Context inner = context.in(scope);
        SyntaxTree.Node node = new Filling(expansion, request, shape)
                .first("fromClause", "whereClause", "groupByClause", "windowClause")
                .contexts((index, symbol) -> switch (symbol.name()) {
                    case "whereClause" -> inner.in(Clause.ROWS).expecting(Type.BOOLEAN);
                    case "groupByClause" -> {
                        scope.group(new LinkedHashSet<>());
                        yield inner.in(Clause.GROUPING);
                    }
                    case "havingClause" -> inner.in(Clause.GROUPS).expecting(Type.BOOLEAN);
                    case "qualifyClause" -> inner.in(Clause.SELECT_LIST).expecting(Type.BOOLEAN);
                    case "windowClause", "selectItemList" -> {
                        if (aggregated && !scope.isGrouped()) {
                            scope.group(new LinkedHashSet<>());
                        }
                        yield inner.in(
                                task.rows() == QueryTask.Rows.UNLIMITED ? Clause.PLAIN_LIST : Clause.SELECT_LIST);
                    }
                    default -> inner.in(Clause.ROWS);
                })
                .make();
        boolean distinct = node != null
                && node.children().stream()
                        .anyMatch(child -> child instanceof SyntaxTree.Node option
                                && option.is("selectOption")
                                && option.sql().startsWith("DISTINCT"));
        task.orderBy(distinct || aggregated ? null : scope);
        task.mayLock(scope.relations().stream()
                .filter(relation -> relation.table() != null)
                .map(Relation::alias)
                .toList());
        return node;
    }

    /** Options of SELECT; some are for the outermost query only, and ALL or DISTINCT come once. */
    static SyntaxTree.@Nullable Node selectOption(Expansion expansion, Request request) {
        QueryTask task = request.context().query();
        boolean outermost = request.context().nesting() == 0 && task.wanted() == null;
        SyntaxTree.Node option = expansion.plain(
                request,
                (outermost ? 1 : 0) + (task.hasQuantifier() ? 2 : 0),
                alternative -> !outermost && OUTERMOST.stream().anyMatch(alternative::mentions)
                                || task.hasQuantifier() && QUANTIFIERS.stream().anyMatch(alternative::mentions)
                        ? 0
                        : 1,
                Plan.FREE);
        if (option != null && QUANTIFIERS.contains(option.sql())) {
            task.quantify();
        }
        return option;
    }

    /** ORDER BY a column of the result, by name; or an expression where the scope allows one. */
    static SyntaxTree.@Nullable Node orderByItem(Expansion expansion, Request request) {
        Context context = request.context();
        List<Column> output = context.query().output();
        boolean byName =
                context.clause() == Clause.LITERAL || expansion.choices().chance(0.5);
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE);
        if (context.clause() == Clause.WINDOWED || context.aggregate()) {
            SyntaxTree column = ExpressionParts.columnExpression(expansion, context);
            return column == null
                    ? null
                    : new Filling(expansion, request, shape)
                            .put("expression", column)
                            .make();
        }
        if (!byName && context.clause() != Clause.LITERAL) {
            Type type = Kinds.comparable(expansion.choices());
            return new Filling(expansion, request, shape)
                    .contexts((index, symbol) -> context.expecting(type))
                    .first("expression")
                    .make(QueryBinders::isNoPosition);
        }
        if (output.isEmpty()) {
            return null;
        }
        int index = expansion.choices().below(output.size());
        String key = expansion.choices().chance(0.3)
                ? Integer.toString(index + 1)
                : output.get(index).name();
        return new Filling(expansion, request, shape)
                .put("expression", expansion.lexicon().leaf(expansion.rule("expression"), key))
                .make();
    }

    /** ORDER BY takes a bare number for the position of a column. */
    static boolean isNoPosition(SyntaxTree.Node item) {
        String sql = item.children().get(0).sql();
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) < '0' || sql.charAt(i) > '9') {
                return true;
            }
        }
        return false;
    }

    /** LIMIT: one row where only one may come, few where they go into a table. */
    static SyntaxTree.@Nullable Node limitClause(Expansion expansion, Request request) {
        QueryTask.Rows rows = request.context().query().rows();
        if (rows != QueryTask.Rows.ONE && rows != QueryTask.Rows.FEW) {
            return expansion.plain(request);
        }
        int most = rows == QueryTask.Rows.ONE ? 1 : expansion.choices().between(1, FEW);
        Plan plan = new Plan().omit("limitNumber");
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .leaf("limitNumber", Integer.toString(most))
                .make();
    }

    /** VALUES ROW(..), ..: constants of the wanted types. */
    static SyntaxTree.@Nullable Node tableValueConstructor(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask task = context.query();
        List<Type> types = task.wanted() != null ? task.wanted() : SelectListBinder.freeTypes(expansion);
        Context inner = context.doing(QueryTask.of(types, task.rows()))
                .in(Clause.CONSTANT)
                .in(context.scope().sealedInner());
        Plan plan = task.rows() == QueryTask.Rows.ONE ? new Plan().rounds("valuesRow", 0) : Plan.FREE;
        SyntaxTree.Node node = expansion.plain(request.with(inner), plan);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            columns.add(SelectListBinder.column("column_" + i, types.get(i)));
        }
        task.deliver(columns);
        return node;
    }

    /** One row of a VALUES statement. */
    static SyntaxTree.@Nullable Node valuesRow(Expansion expansion, Request request) {
        List<Type> types = request.context().query().wanted();
        if (types == null) {
            return null;
        }
        Plan plan = new Plan().include("valuesItem").rounds("valuesItem", types.size() - 1);
        int[] next = {0};
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .contexts((index, symbol) -> symbol.name().equals("valuesItem")
                        ? request.context().expecting(types.get(next[0]++))
                        : request.context())
                .make();
    }

    /** TABLE t. */
    static SyntaxTree.@Nullable Node explicitTable(Expansion expansion, Request request) {
        return expansion
                .world()
                .anyTable(expansion.choices())
                .map(table -> {
                    request.context().query().deliver(table.visibleColumns());
                    expansion.draft().reads(table);
                    return expansion.plain(request.with(request.context().on(table)));
                })
                .orElse(null);
    }

    /** Whether the shape has a symbol of that name. */
    static boolean names(List<Element.Symbol> shape, String rule) {
        for (int i = 0; i < shape.size(); i++) {
            if (shape.get(i).name().equals(rule)) {
                return true;
            }
        }
        return false;
    }
}
