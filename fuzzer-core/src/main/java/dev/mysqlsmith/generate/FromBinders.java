package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of FROM: each table gets a name of its own and becomes visible to what comes behind it. */
final class FromBinders {
    private static final double COMMON_TABLE = 0.4;
    private static final double JOIN_IN_PROGRAM = 0.25;
    private static final int DEEPEST_DERIVED = 2;

    private FromBinders() {}

    /** A table and what is joined to it, one after the other; conditions see these tables only. */
    static SyntaxTree.@Nullable Node tableReference(Expansion expansion, Request request) {
        Context context = request.context();
        Scope joined = context.scope().sibling();
        boolean repeated = expansion.draft().program() != null;
        Plan plan = context.scope().isJoin() || repeated && !expansion.choices().chance(JOIN_IN_PROGRAM)
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
        return expansion.plain(
                request,
                natural ? 1 : 0,
                alternative -> alternative.mentions("NATURAL") && !natural ? 0 : 1,
                new Plan().include("joinCondition"));
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
                        .contexts((index, symbol) -> context.in(Clause.ROWS).expecting(Type.BOOLEAN))
                        .make());
    }

    /** A table, a view or a CTE under a name of its own. */
    static SyntaxTree.@Nullable Node singleTable(Expansion expansion, Request request) {
        Context context = request.context();
        Choices choices = expansion.choices();
        List<Relation> commonTables = context.scope().commonTables();
        if (!commonTables.isEmpty() && choices.chance(COMMON_TABLE)) {
            Relation commonTable = choices.pick(commonTables);
            return reference(expansion, request, commonTable.alias(), commonTable.columns(), null);
        }
        Table fixed = context.table();
        Optional<Table> table =
                fixed != null ? Optional.of(fixed) : expansion.world().readableTable(choices);
        return table.map(one -> reference(expansion, request, one.name(), one.columns(), one))
                .orElse(null);
    }

    private static SyntaxTree.@Nullable Node reference(
            Expansion expansion, Request request, String name, List<Column> columns, @Nullable Table table) {
        Plan plan = new Plan().include("newTableAlias");
        if (table == null || table.partitions().isEmpty()) {
            plan.omit("partitionSelection");
        }
        if (table == null || table.view() || table.indexes().isEmpty()) {
            plan.omit("indexHintList");
        }
        plan.rounds("indexHint", 1);
        Optional<String> free = expansion.world().aliasFor(table);
        if (free.isEmpty()) {
            return null;
        }
        String alias = free.get();
        Context context = table == null ? request.context() : request.context().on(table);
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .leaf("tableRef", name)
                .leaf("newTableAlias", alias)
                .contexts((index, symbol) -> context)
                .make();
        request.context().scope().add(new Relation(alias, columns));
        return node;
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
        context.scope().add(new Relation(alias, task.output()));
        return node;
    }

    /** A CTE: visible from here on in the query that WITH belongs to. */
    static SyntaxTree.@Nullable Node commonTableExpression(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask task = QueryTask.free();
        String name = expansion.draft().freshAlias();
        Context inner = context.in(context.scope().sealedInner()).nested(task).withoutTable();
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE))
                .first("query")
                .leaf("newCteName", name)
                .contexts((index, symbol) -> inner)
                .make();
        if (node == null || task.output().isEmpty()) {
            return null;
        }
        context.scope().addCommonTable(new Relation(name, task.output()));
        return node;
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
        Alternative only = request.rule().alternatives().get(0);
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, only, new Plan().rounds("newDerivedColumnName", names.size() - 1)))
                .put("newDerivedColumnName", names)
                .make();
    }

    /** The index of an index hint: one that the table has. */
    static SyntaxTree.@Nullable Node indexRef(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null || table.indexes().isEmpty()) {
            return null;
        }
        return expansion
                .lexicon()
                .leaf(request.rule(), expansion.choices().pick(table.indexes()).name());
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
