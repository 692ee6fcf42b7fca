package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Index;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** HANDLER: tables that are open are read and closed, others opened. */
final class HandlerBinders {
    private static final Set<Index.Kind> ORDERED = Set.of(Index.Kind.PRIMARY, Index.Kind.UNIQUE, Index.Kind.PLAIN);

    private HandlerBinders() {}

    /** OPEN, READ or CLOSE. */
    static SyntaxTree.@Nullable Node statement(Expansion expansion, Request request) {
        Map<String, String> handlers = expansion.world().session().handlers();
        List<String> names = List.copyOf(handlers.keySet());
        return expansion.attempt(
                request,
                alternative -> names.isEmpty() == alternative.mentions("OPEN") ? 1 : names.isEmpty() ? 0 : 0.1,
                alternative -> alternative.mentions("OPEN")
                        ? open(expansion, request, alternative)
                        : onOpen(
                                expansion,
                                request,
                                alternative,
                                expansion.choices().pick(names)));
    }

    private static SyntaxTree.@Nullable Node open(Expansion expansion, Request request, Alternative alternative) {
        return TablePicks.readable(expansion)
                .map(table -> {
                    SessionState session = expansion.world().session();
                    String name = session.freshHandler();
                    expansion.draft().onSuccess(schema -> session.handlers().put(name, table.name()));
                    return Filling.of(expansion, request, alternative, new Plan().include("newTableAlias"))
                            .leaf("tableRef", table.name())
                            .leaf("newTableAlias", name)
                            .make();
                })
                .orElse(null);
    }

    private static SyntaxTree.@Nullable Node onOpen(
            Expansion expansion, Request request, Alternative alternative, String name) {
        Map<String, String> handlers = expansion.world().session().handlers();
        if (alternative.mentions("CLOSE")) {
            expansion.draft().onSuccess(schema -> handlers.remove(name));
        }
        expansion.draft().onFailure(() -> handlers.remove(name));
        return expansion
                .world()
                .schema()
                .table(handlers.getOrDefault(name, ""))
                .map(table -> {
                    Scope scope = Scope.top();
                    scope.add(new Relation(name, table.columns()));
                    Context context = request.context().on(table).in(scope).in(Clause.DEFINITION);
                    return Filling.of(expansion, request, alternative, Plan.FREE)
                            .leaf("handlerTableRef", name)
                            .contexts((index, symbol) ->
                                    symbol.name().equals("whereClause") ? context.expecting(Type.BOOLEAN) : context)
                            .make();
                })
                .orElse(null);
    }

    /** In which order rows are read, and from where on. */
    static SyntaxTree.@Nullable Node read(Expansion expansion, Request request) {
        Table table = request.context().table();
        List<Index> ordered = table == null
                ? List.of()
                : table.indexes().stream()
                        .filter(index -> ORDERED.contains(index.kind()) && keys(table, index) > 0)
                        .toList();
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("indexRef") && ordered.isEmpty() ? 0 : 1,
                alternative -> table != null && alternative.mentions("indexRef")
                        ? byIndex(
                                expansion,
                                request,
                                alternative,
                                table,
                                expansion.choices().pick(ordered))
                        : expansion.build(request, alternative, Plan.FREE));
    }

    private static SyntaxTree.@Nullable Node byIndex(
            Expansion expansion, Request request, Alternative alternative, Table table, Index index) {
        List<SyntaxTree> values = new ArrayList<>();
        int keys = expansion.choices().between(1, keys(table, index));
        for (int i = 0; i < keys; i++) {
            Column column = table.column(index.columns().get(i)).orElseThrow();
            String value = expansion.lexicon().values().near(column, expansion.choices());
            values.add(expansion.lexicon().leaf(expansion.rule("valuesItem"), value));
        }
        return Filling.of(expansion, request, alternative, new Plan().rounds("valuesItem", keys - 1))
                .leaf("indexRef", index.name().startsWith("`") ? index.name() : "`" + index.name() + "`")
                .put("valuesItem", values)
                .make();
    }

    /** How many of the index's parts, from the first on, are columns that the table has. */
    private static int keys(Table table, Index index) {
        int keys = 0;
        while (keys < index.columns().size()
                && table.column(index.columns().get(keys)).isPresent()) {
            keys++;
        }
        return keys;
    }
}
