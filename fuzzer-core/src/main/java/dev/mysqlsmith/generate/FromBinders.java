package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of FROM: each table gets a name of its own and becomes visible to what comes behind it. */
final class FromBinders {
    private static final double COMMON_TABLE = 0.4;
    private static final double JOIN_IN_PROGRAM = 0.25;
    private static final int DEEPEST_DERIVED = 2;

    /** So many combinations of rows take tenths of a second; what has more meets its timeout. */
    private static final double MOST_WORK = 50_000;

    private static final int DRAWS = 3;

    private FromBinders() {}

    /** A table and what is joined to it, one after the other; conditions see these tables only. */
    static SyntaxTree.@Nullable Node tableReference(Expansion expansion, Request request) {
        Context context = request.context();
        Scope joined = context.scope().sibling();
        boolean repeated = expansion.draft().program() != null;
        Plan plan = context.scope().isJoin()
                        || context.scope().work() > MOST_WORK
                        || repeated && !expansion.choices().chance(JOIN_IN_PROGRAM)
                ? new Plan().rounds("joinedTable", 0)
                : Plan.FREE;
        SyntaxTree.Node node = expansion.plain(request.with(context.in(joined).in(Clause.ROWS)), plan);
        if (node != null) {
            joined.relations().forEach(context.scope()::add);
        }
        return node;
    }

    /**
     * A join; without a condition what follows would bind to another table when it is read again. A natural one
     * comes first only: with more tables the common columns would be ambiguous.
     */
    static SyntaxTree.@Nullable Node joinedTable(Expansion expansion, Request request) {
        boolean natural = request.context().scope().relations().size() == 1;
        return expansion.attempt(
                request,
                natural ? 1 : 0,
                alternative -> alternative.mentions("NATURAL") && !natural ? 0 : 1,
                alternative -> joined(expansion, request, alternative));
    }

    /** What is outer joined from the right can't look at the tables before it. */
    private static SyntaxTree.@Nullable Node joined(Expansion expansion, Request request, Alternative alternative) {
        List<Element.Symbol> shape = expansion.shape(request, alternative, new Plan().include("joinCondition"));
        if (!QueryBinders.names(shape, "RIGHT")) {
            return new Filling(expansion, request, shape).make();
        }
        Scope joined = request.context().scope();
        Scope alone = joined.sibling();
        Context apart = request.context().in(alone);
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> {
                    if (symbol.name().equals("joinCondition")) {
                        alone.relations().forEach(joined::add);
                        alone.backTo(0);
                        return request.context();
                    }
                    return apart;
                })
                .make(node -> {
                    alone.relations().forEach(joined::add);
                    return true;
                });
    }

    /** Joins in parentheses: a group of their own, which has at least two tables. */
    static SyntaxTree.@Nullable Node parenthesizedTables(Expansion expansion, Request request) {
        Scope group = request.context().scope().group();
        SyntaxTree.Node node = expansion.plain(request.with(request.context().in(group)));
        if (node == null || group.relations().size() < 2) {
            return null;
        }
        group.relations().forEach(request.context().scope()::add);
        return node;
    }

    /** ON any condition, USING a column that both sides have. */
    static SyntaxTree.@Nullable Node joinCondition(Expansion expansion, Request request) {
        Context context = request.context();
        List<Relation> relations = context.scope().relations();
        Optional<String> common = relations.size() == 2
                ? relations.get(0).columns().stream()
                        .map(Column::name)
                        .filter(name -> relations.get(1).columns().stream()
                                .anyMatch(column -> column.name().equals(name)))
                        .findFirst()
                : Optional.empty();
        return expansion.attempt(
                request,
                common.isEmpty() ? 0 : 1,
                alternative -> alternative.mentions("usingColumnRef") && common.isEmpty() ? 0 : 1,
                alternative -> new Filling(
                                expansion,
                                request,
                                expansion.shape(request, alternative, new Plan().rounds("usingColumnRef", 0)))
                        .put(
                                "usingColumnRef",
                                common.map(name -> List.of(
                                                expansion.lexicon().leaf(expansion.rule("usingColumnRef"), name)))
                                        .orElse(List.of()))
                        .put("expression", equation(expansion, request))
                        .contexts((index, symbol) -> context.in(Clause.ROWS).expecting(Type.BOOLEAN))
                        .make());
    }

    private static List<SyntaxTree> equation(Expansion expansion, Request request) {
        boolean large = request.context().scope().work() > MOST_WORK;
        SyntaxTree.Node equation = IndexedConditions.join(expansion, request, large);
        return equation == null
                ? List.of()
                : List.of(expansion.lexicon().wrapping().wrap(expansion.rule("expression"), equation));
    }

    /** A table, a view or a CTE under a name of its own. */
    static SyntaxTree.@Nullable Node singleTable(Expansion expansion, Request request) {
        Context context = request.context();
        Choices choices = expansion.choices();
        List<Relation> commonTables = context.scope().commonTables();
        if (!commonTables.isEmpty() && choices.chance(COMMON_TABLE)) {
            Relation commonTable = choices.pick(commonTables);
            return reference(expansion, request, commonTable, null);
        }
        Table fixed = context.table();
        Optional<Table> table = fixed != null ? Optional.of(fixed) : affordable(expansion, context.scope());
        return table.map(one -> {
                    int rows = expansion.world().rows().of(one);
                    return reference(expansion, request, new Relation(one.name(), one.columns(), one, rows), one);
                })
                .orElse(null);
    }

    /** Some table; where most would make the statement too slow, a small one. */
    private static Optional<Table> affordable(Expansion expansion, Scope scope) {
        RowCounts rows = expansion.world().rows();
        double most = MOST_WORK / scope.work();
        Optional<Table> best = expansion.world().readableTable(expansion.choices());
        for (int i = 1; i < DRAWS && best.isPresent() && rows.of(best.get()) > most; i++) {
            Optional<Table> other = expansion.world().readableTable(expansion.choices());
            if (other.isPresent() && rows.of(other.get()) < rows.of(best.get())) {
                best = other;
            }
        }
        return best;
    }

    private static SyntaxTree.@Nullable Node reference(
            Expansion expansion, Request request, Relation source, @Nullable Table table) {
        Plan plan = new Plan().include("newTableAlias");
        if (table == null || table.partitions().isEmpty()) {
            plan.omit("partitionSelection");
        }
        if (table == null || table.view() || Indexes.visible(table).isEmpty()) {
            plan.omit("indexHintList");
        }
        plan.rounds("indexHint", 1);
        if (table != null) {
            expansion.draft().reads(table);
        }
        Optional<String> free = expansion.world().aliasFor(table);
        if (free.isEmpty()) {
            return null;
        }
        String alias = free.get();
        Context context = table == null ? request.context() : request.context().on(table);
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), plan);
        SyntaxTree.Node node = new Filling(expansion, request, shape)
                .leaf("tableRef", source.alias())
                .leaf("newTableAlias", alias)
                .contexts((index, symbol) -> context)
                .make();
        request.context().scope().add(new Relation(alias, source.columns(), base(table, shape), source.rows()));
        return node;
    }

    /** The base table; a hint may hide its indexes. */
    private static @Nullable Table base(@Nullable Table table, List<Element.Symbol> shape) {
        if (table == null || table.view()) {
            return null;
        }
        return QueryBinders.names(shape, "indexHintList") ? table.withIndexes(List.of()) : table;
    }

    /** What stands in FROM: where the statement changes a table, that table. */
    static SyntaxTree.@Nullable Node tableFactor(Expansion expansion, Request request) {
        boolean fixed = request.context().table() != null;
        boolean deep = request.context().nesting() >= DEEPEST_DERIVED;
        return expansion.plain(
                request,
                (fixed ? 1 : 0) + (deep ? 2 : 0),
                alternative ->
                        fixed && !alternative.mentions("singleTable") || deep && alternative.mentions("derivedTable")
                                ? 0
                                : 1,
                Plan.FREE);
    }

    /** A query as a table. */
    static SyntaxTree.@Nullable Node derivedTable(Expansion expansion, Request request) {
        Context context = request.context();
        if (context.nesting() >= DEEPEST_DERIVED) {
            return null;
        }
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE);
        boolean lateral = shape.stream().anyMatch(symbol -> symbol.name().equals("LATERAL"));
        QueryTask task = QueryTask.free();
        Scope around = lateral ? context.scope() : context.scope().sealedInner();
        String alias = expansion.draft().freshAlias();
        Context inner = context.in(around).nested(task).withoutTable();
        SyntaxTree.Node node = new Filling(expansion, request, shape)
                .first("query")
                .leaf("newTableAlias", alias)
                .contexts((index, symbol) -> inner)
                .make();
        if (node == null || task.output().isEmpty()) {
            return null;
        }
        context.scope().add(Relation.of(alias, task));
        return node;
    }

    /** A CTE: visible from here on in the query that WITH belongs to. */
    static SyntaxTree.@Nullable Node commonTableExpression(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask task = QueryTask.free();
        String name = expansion.draft().freshAlias();
        Context inner = context.in(context.scope().sealedInner()).nested(task).withoutTable();
        boolean temporary = expansion.draft().readsTemporary();
        expansion.draft().leaveTemporary();
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE))
                .first("query")
                .leaf("newCteName", name)
                .contexts((index, symbol) -> inner)
                .make();
        expansion.draft().readTemporary(temporary);
        if (node == null || task.output().isEmpty()) {
            return null;
        }
        context.scope().addCommonTable(Relation.of(name, task));
        return node;
    }

    /** A list of those names. */
    static SyntaxTree columnList(Expansion expansion, Request request, List<SyntaxTree> names) {
        Request list = new Request(expansion.rule("derivedColumnList"), 0, request.context(), request.budget() - 1);
        Alternative only = list.rule().alternatives().get(0);
        Plan plan = new Plan().rounds("newDerivedColumnName", names.size() - 1);
        return Objects.requireNonNull(new Filling(expansion, list, expansion.shape(list, only, plan))
                .put("newDerivedColumnName", names)
                .make());
    }

    /** New names for the columns of the query before it. */
    static SyntaxTree.@Nullable Node derivedColumnList(Expansion expansion, Request request) {
        QueryTask task = request.context().query();
        if (task.output().isEmpty()) {
            return null;
        }
        List<Column> renamed = new ArrayList<>();
        List<SyntaxTree> names = new ArrayList<>();
        for (Column column : task.output()) {
            String name = expansion.draft().freshColumn();
            renamed.add(column.renamed(name));
            names.add(expansion.lexicon().leaf(expansion.rule("newDerivedColumnName"), name));
        }
        task.deliver(renamed);
        return (SyntaxTree.Node) columnList(expansion, request, names);
    }

    /** A partition that the table has. */
    static SyntaxTree.@Nullable Node partitionRef(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null || table.partitions().isEmpty()) {
            return null;
        }
        return expansion.lexicon().leaf(request.rule(), expansion.choices().pick(table.partitions()));
    }
}
