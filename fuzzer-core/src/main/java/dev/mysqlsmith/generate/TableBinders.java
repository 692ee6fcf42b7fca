package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE, DROP, RENAME and TRUNCATE TABLE, and views. */
final class TableBinders {
    private static final int FEWEST_TABLES = 3;

    private TableBinders() {}

    /** CREATE TABLE under a new name. */
    static SyntaxTree.@Nullable Node create(Expansion expansion, Request request) {
        String name = expansion.world().freshTable();
        expansion.draft().defines(new TableDraft(name));
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("TABLE") && !alternative.mentions("EXTERNAL") ? 1 : 0,
                alternative -> new Filling(
                                expansion, request, expansion.shape(request, alternative, new Plan().omit("TEMPORARY")))
                        .leaf("newTableName", name)
                        .make());
    }

    /** The body: columns and keys, LIKE another table, or the rows of a query. */
    static SyntaxTree.@Nullable Node body(Expansion expansion, Request request) {
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("tableElement")
                        ? elements(expansion, request, alternative)
                        : alternative.mentions("LIKE")
                                ? like(expansion, request, alternative)
                                : fromQuery(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node elements(Expansion expansion, Request request, Alternative alternative) {
        TableDraft draft = expansion.draft().table();
        List<SyntaxTree> elements = new ArrayList<>();
        int columns = expansion.choices().between(1, expansion.size("columns"));
        for (int i = 0; i < columns; i++) {
            add(elements, element(expansion, request, "columnDefinition"));
        }
        int keys = expansion.choices().geometric(0.45, 3);
        for (int i = 0; i < keys; i++) {
            boolean constraint = expansion.choices().chance(0.3);
            add(elements, element(expansion, request, constraint ? "tableConstraintDefinition" : "indexDefinition"));
        }
        if (elements.isEmpty()) {
            return null;
        }
        Plan plan = new Plan().rounds("tableElement", elements.size() - 1).omit("createTableQuery");
        if (!PartitionBinders.arePossible(draft)) {
            plan.omit("partitionClause");
        }
        SyntaxTree.Node node = new Filling(expansion, request, expansion.shape(request, alternative, plan))
                .put("tableElement", elements)
                .make();
        expansion.draft().onSuccess(schema -> schema.put(draft.toTable()));
        return node;
    }

    private static void add(List<SyntaxTree> elements, @Nullable SyntaxTree element) {
        if (element != null) {
            elements.add(element);
        }
    }

    /** A column or a key of the table that the draft tells of. */
    static SyntaxTree.@Nullable Node element(Expansion expansion, Request parent, String what) {
        return expansion.plain(
                new Request(expansion.rule("tableElement"), 0, parent.context(), parent.budget() - 1),
                alternative -> alternative.mentions(what) ? 1 : 0,
                Plan.FREE);
    }

    private static SyntaxTree.@Nullable Node like(Expansion expansion, Request request, Alternative alternative) {
        String name = expansion.draft().table().name();
        return expansion
                .world()
                .baseTable(expansion.choices())
                .map(table -> {
                    expansion.draft().onSuccess(schema -> schema.put(table.renamed(name)));
                    return expansion.build(request.with(request.context().on(table)), alternative, Plan.FREE);
                })
                .orElse(null);
    }

    private static SyntaxTree.@Nullable Node fromQuery(Expansion expansion, Request request, Alternative alternative) {
        String name = expansion.draft().table().name();
        QueryTask task = QueryTask.few();
        Context context = request.context().nested(task).withoutTable();
        SyntaxTree.Node node = expansion.build(
                request.with(context),
                alternative,
                new Plan().omit("tableOptions").omit("partitionClause"));
        if (node == null || task.output().isEmpty()) {
            return null;
        }
        Table table = new Table(name, false, false, task.output(), List.of(), List.of());
        expansion.draft().onSuccess(schema -> schema.put(table));
        return node;
    }

    /** DROP TABLE, as long as some are left. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        if (expansion.world().schema().baseTables().size() <= FEWEST_TABLES) {
            return null;
        }
        return onBaseTable(
                expansion,
                request,
                "tableRef",
                table -> expansion.draft().onSuccess(schema -> schema.drop(table.name())));
    }

    /** One table of RENAME TABLE, to a new name. */
    static SyntaxTree.@Nullable Node rename(Expansion expansion, Request request) {
        return expansion
                .world()
                .baseTable(expansion.choices())
                .map(table -> {
                    String name = expansion.world().freshTable();
                    expansion.draft().onSuccess(schema -> schema.change(table.name(), old -> old.renamed(name)));
                    return new Filling(
                                    expansion,
                                    request,
                                    expansion.shape(
                                            request,
                                            request.rule().alternatives().get(0),
                                            Plan.FREE))
                            .leaf("tableRef", table.name())
                            .leaf("newTableName", name)
                            .make();
                })
                .orElse(null);
    }

    /** A statement about one base table. */
    static SyntaxTree.@Nullable Node onBaseTable(
            Expansion expansion, Request request, String list, java.util.function.Consumer<Table> then) {
        return expansion
                .world()
                .baseTable(expansion.choices())
                .map(table -> {
                    SyntaxTree.Node node =
                            expansion.plain(request.with(request.context().on(table)), new Plan().rounds(list, 0));
                    then.accept(table);
                    return node;
                })
                .orElse(null);
    }

    /** CREATE VIEW over a query. */
    static SyntaxTree.@Nullable Node createView(Expansion expansion, Request request) {
        String name = expansion.world().freshView();
        QueryTask task = QueryTask.free();
        Context context = request.context().nested(task).withoutTable();
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request.with(context),
                        expansion.shape(
                                request,
                                request.rule().alternatives().get(0),
                                new Plan()
                                        .omit("definerClause")
                                        .omit("viewCheckOption")
                                        .omit("OR")))
                .first("query")
                .leaf("newViewName", name)
                .contexts((index, symbol) -> context)
                .make();
        if (node == null || task.output().isEmpty()) {
            return null;
        }
        List<Column> columns = List.copyOf(task.output());
        expansion.draft().onSuccess(schema -> schema.put(new Table(name, true, false, columns, List.of(), List.of())));
        return node;
    }

    /** DROP VIEW of one that exists. */
    static SyntaxTree.@Nullable Node dropView(Expansion expansion, Request request) {
        Optional<Table> view = pick(expansion, expansion.world().schema().views());
        return view.map(one -> {
                    expansion.draft().onSuccess(schema -> schema.drop(one.name()));
                    return new Filling(
                                    expansion,
                                    request,
                                    expansion.shape(
                                            request,
                                            request.rule().alternatives().get(0),
                                            new Plan().rounds("viewRef", 0)))
                            .leaf("viewRef", one.name())
                            .make();
                })
                .orElse(null);
    }

    private static Optional<Table> pick(Expansion expansion, List<Table> tables) {
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(expansion.choices().pick(tables));
    }
}
