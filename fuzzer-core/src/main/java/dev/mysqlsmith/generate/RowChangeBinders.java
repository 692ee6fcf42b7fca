package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UPDATE and DELETE: the tables first, then conditions over their columns. */
final class RowChangeBinders {
    private static final double WITH_ITSELF = 0.08;
    private static final double WITH_ANOTHER = 0.12;
    private static final double DELETE_JOINED = 0.3;

    private RowChangeBinders() {}

    /** UPDATE of one table, sometimes joined with itself; or of two. */
    static SyntaxTree.@Nullable Node update(Expansion expansion, Request request) {
        return target(expansion).map(table -> update(expansion, request, table)).orElse(null);
    }

    private static SyntaxTree.@Nullable Node update(Expansion expansion, Request request, Table table) {
        Context context =
                request.context().on(table).in(request.context().scope().inner());
        Optional<Table> second = second(expansion, table);
        boolean joined =
                second.isEmpty() && !table.temporary() && expansion.choices().chance(WITH_ITSELF);
        List<SyntaxTree> tables = references(expansion, request, context, second, joined);
        Plan plan =
                new Plan().rounds("tableReference", second.isPresent() ? 1 : 0).omit("withClause");
        if (joined || second.isPresent()) {
            plan.omit("orderByClause").omit("deleteLimit");
        }
        return tables.isEmpty()
                ? null
                : new Filling(
                                expansion,
                                request,
                                expansion.shape(
                                        request, request.rule().alternatives().get(0), plan))
                        .put("tableReference", tables)
                        .contexts((index, symbol) -> changing(context, symbol))
                        .make();
    }

    /** Another table that the statement changes, too. */
    private static Optional<Table> second(Expansion expansion, Table first) {
        if (first.view() || !expansion.choices().chance(WITH_ANOTHER)) {
            return Optional.empty();
        }
        Optional<Table> second = expansion
                .world()
                .changeableTable(expansion.choices())
                .filter(table -> !table.view()
                        && !table.name().equals(first.name())
                        && !table.traits().over().contains(first.name())
                        && !first.traits().over().contains(table.name()));
        second.ifPresent(table -> {
            expansion.draft().alsoChanges(table.name());
            expansion.draft().makeJoint();
        });
        return second;
    }

    /** The references; their tables become visible in the context's scope. None where one can't be made. */
    private static List<SyntaxTree> references(
            Expansion expansion, Request request, Context context, Optional<Table> second, boolean joined) {
        List<SyntaxTree> tables = new ArrayList<>();
        for (int i = 0; i < (second.isPresent() ? 2 : 1); i++) {
            Context own = i == 0 ? context : context.on(second.get());
            SyntaxTree one = reference(
                    expansion, new Request(expansion.rule("tableReference"), 0, own, request.budget() - 1), joined);
            if (one == null) {
                return List.of();
            }
            tables.add(one);
        }
        return tables;
    }

    private static @Nullable SyntaxTree reference(Expansion expansion, Request request, boolean joined) {
        Scope own = request.context().scope().sibling();
        SyntaxTree.Node node = expansion.plain(
                request.with(request.context().in(own).in(Clause.ROWS).doing(QueryTask.free())),
                new Plan().rounds("joinedTable", joined ? 1 : 0));
        own.relations().forEach(request.context().scope()::add);
        return node;
    }

    private static Context changing(Context context, Element.Symbol symbol) {
        return symbol.name().equals("whereClause")
                ? context.withoutTable().in(Clause.ROWS).expecting(Type.BOOLEAN)
                : context.in(Clause.ROWS);
    }

    /** DELETE from one table, in each of the forms; or from two. */
    static SyntaxTree.@Nullable Node deleteBody(Expansion expansion, Request request) {
        return target(expansion)
                .map(table -> expansion.attempt(
                        request,
                        alternative -> alternative.index() > 0
                                ? deleteJoined(expansion, request, alternative, table)
                                : deletePlain(expansion, request, alternative, table)))
                .orElse(null);
    }

    private static SyntaxTree.@Nullable Node deletePlain(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        Context context = ChangeBinders.seeing(request.context(), table);
        Plan plan = new Plan().omit("newTableAlias");
        if (table.partitions().isEmpty()) {
            plan.omit("partitionSelection");
        }
        return new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .leaf("tableRef", table.name())
                .contexts((index, symbol) ->
                        symbol.name().equals("partitionSelection") ? context.on(table) : changing(context, symbol))
                .make();
    }

    private static SyntaxTree.@Nullable Node deleteJoined(
            Expansion expansion, Request request, Alternative alternative, Table table) {
        Context context =
                request.context().on(table).in(request.context().scope().inner());
        Optional<Table> second = second(expansion, table);
        boolean joined = second.isEmpty()
                && !table.view()
                && !table.temporary()
                && expansion.choices().chance(DELETE_JOINED);
        List<SyntaxTree> tables = references(expansion, request, context, second, joined);
        if (tables.isEmpty()) {
            return null;
        }
        int targets = second.isPresent() && expansion.choices().chance(0.7) ? 2 : 1;
        List<SyntaxTree> aliases = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            String alias = context.scope().relations().get(i).alias();
            aliases.add(expansion.lexicon().leaf(expansion.rule("deleteTarget"), alias));
        }
        Plan plan = new Plan().rounds("tableReference", tables.size() - 1).rounds("deleteTarget", targets - 1);
        return new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .put("tableReference", tables)
                .put("deleteTarget", aliases)
                .contexts((index, symbol) -> changing(context, symbol))
                .make();
    }

    private static Optional<Table> target(Expansion expansion) {
        Optional<Table> table = expansion.world().changeableTable(expansion.choices());
        table.ifPresent(one -> expansion.draft().changes(one.name()));
        return table;
    }
}
