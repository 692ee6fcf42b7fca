package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import dev.mysqlsmith.schema.TableTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CREATE, ALTER and DROP VIEW: over any query, or over some rows and columns of one table, so that it can be changed. */
final class ViewBinders {
    private static final double UPDATABLE = 0.4;

    private ViewBinders() {}

    /** CREATE VIEW under a new name. */
    static SyntaxTree.@Nullable Node create(Expansion expansion, Request request) {
        return view(expansion, request, expansion.world().freshView(), "newViewName");
    }

    /** ALTER VIEW of one that exists: another query under its name. */
    static SyntaxTree.@Nullable Node alter(Expansion expansion, Request request) {
        return pick(expansion)
                .map(view -> view(expansion, request, view.name(), "viewRef"))
                .orElse(null);
    }

    private static SyntaxTree.@Nullable Node view(Expansion expansion, Request request, String name, String nameRule) {
        expansion.draft().changes(name);
        expansion.draft().leaveTemporary();
        Optional<Table> base =
                expansion.choices().chance(UPDATABLE) ? TablePicks.viewable(expansion) : Optional.empty();
        return base.isPresent()
                ? updatable(expansion, request, name, nameRule, base.get())
                : overQuery(expansion, request, name, nameRule);
    }

    private static SyntaxTree.@Nullable Node overQuery(
            Expansion expansion, Request request, String name, String nameRule) {
        QueryTask task = QueryTask.free();
        Context context = request.context().nested(task).withoutTable();
        Plan plan = plan().omit("viewCheckOption");
        SyntaxTree.Node node = new Filling(expansion, request.with(context), shape(expansion, request, plan))
                .first("query")
                .leaf(nameRule, name)
                .contexts((index, symbol) -> context)
                .make();
        if (node == null || task.output().isEmpty()) {
            return null;
        }
        List<Column> columns = List.copyOf(task.output());
        expansion.draft().onSuccess(schema -> schema.put(new Table(name, true, false, columns, List.of(), List.of())));
        return node;
    }

    private static SyntaxTree.@Nullable Node updatable(
            Expansion expansion, Request request, String name, String nameRule, Table base) {
        List<Column> columns = base.columns().stream()
                .filter(column -> !column.omissible() || expansion.choices().chance(0.8))
                .map(column -> column.hidden(false))
                .toList();
        SyntaxTree query = columns.isEmpty() ? null : query(expansion, request, base, columns);
        if (query == null) {
            return null;
        }
        Plan plan = plan().omit("derivedColumnList");
        List<Element.Symbol> shape = shape(expansion, request, plan);
        Request inner = request.with(request.context().nested(QueryTask.free()).withoutTable());
        expansion
                .draft()
                .onSuccess(schema -> schema.put(new Table(
                        name,
                        true,
                        base.engine().changesRows() && base.writable(),
                        columns,
                        List.of(),
                        List.of(),
                        TableTraits.PLAIN.showing(List.of(base.name())))));
        return new Filling(expansion, inner, shape)
                .leaf(nameRule, name)
                .leaf("viewAlgorithm", "ALGORITHM = " + expansion.choices().oneOf("MERGE", "UNDEFINED"))
                .put("query", query)
                .make();
    }

    /** SELECT columns FROM table, mostly WHERE. */
    private static @Nullable SyntaxTree query(Expansion expansion, Request request, Table base, List<Column> columns) {
        Scope scope = Scope.top();
        scope.add(new Relation(base.name(), columns));
        Context context = request.context().in(scope).in(Clause.DEFINITION).expecting(Type.BOOLEAN);
        Request specification = child(expansion, request.with(context), "querySpecification");
        List<SyntaxTree> items = new ArrayList<>();
        for (Column column : columns) {
            items.add(expansion.lexicon().leaf(expansion.rule("selectItem"), column.name()));
        }
        Request list = child(expansion, specification, "selectItemList");
        Plan named = new Plan().choose("selectItem").rounds("selectItem", items.size() - 1);
        SyntaxTree.Node select = new Filling(expansion, list, shape(expansion, list, named))
                .put("selectItem", items)
                .make();
        Plan plan = new Plan()
                .rounds("selectOption", 0)
                .omit("intoClause")
                .include("fromClause")
                .omit("groupByClause")
                .omit("havingClause")
                .omit("windowClause")
                .omit("qualifyClause");
        SyntaxTree.Node body = select == null
                ? null
                : new Filling(expansion, specification, shape(expansion, specification, plan))
                        .put("selectItemList", select)
                        .leaf("fromClause", "FROM " + base.name())
                        .make();
        return body == null ? null : wrapped(expansion, request, body);
    }

    private static @Nullable SyntaxTree wrapped(Expansion expansion, Request request, SyntaxTree.Node specification) {
        SyntaxTree.Node body = expansion.lexicon().wrap(expansion.rule("queryExpressionBody"), specification);
        Request query = child(expansion, request, "query");
        Plan plan = new Plan()
                .omit("withClause")
                .omit("orderByClause")
                .omit("limitClause")
                .omit("lockingClauses");
        return new Filling(expansion, query, shape(expansion, query, plan))
                .put("queryExpressionBody", body)
                .make();
    }

    private static Request child(Expansion expansion, Request parent, String rule) {
        return new Request(expansion.rule(rule), 0, parent.context(), parent.budget() - 1);
    }

    private static Plan plan() {
        return new Plan().omit("definerClause").omit("OR");
    }

    private static List<Element.Symbol> shape(Expansion expansion, Request request, Plan plan) {
        Alternative first = request.rule().alternatives().get(0);
        return expansion.shape(request, first, plan);
    }

    /** DROP VIEW of one that exists. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        return pick(expansion)
                .map(view -> {
                    expansion.draft().onSuccess(schema -> schema.drop(view.name()));
                    return new Filling(expansion, request, shape(expansion, request, new Plan().rounds("viewRef", 0)))
                            .leaf("viewRef", view.name())
                            .make();
                })
                .orElse(null);
    }

    private static Optional<Table> pick(Expansion expansion) {
        List<Table> views = expansion.world().schema().views();
        return views.isEmpty()
                ? Optional.empty()
                : Optional.of(expansion.choices().pick(views));
    }
}
