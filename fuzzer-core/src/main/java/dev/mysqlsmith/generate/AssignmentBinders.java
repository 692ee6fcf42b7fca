package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** column = value, in UPDATE, INSERT .. SET and ON DUPLICATE KEY UPDATE; and the new row's name. */
final class AssignmentBinders {
    private static final double LITERAL = 0.6;
    private static final double NAMED = 0.4;

    private AssignmentBinders() {}

    /** One assignment to a column of the tables that change. */
    static SyntaxTree.@Nullable Node assignment(Expansion expansion, Request request) {
        Context context = request.context();
        List<Relation> relations = context.scope().relations();
        if (context.table() == null || relations.isEmpty()) {
            return null;
        }
        Relation relation = relations.get(0);
        Table table = context.table();
        if (relations.size() > 1
                && expansion.draft().isJoint()
                && expansion.choices().chance(0.5)) {
            relation = relations.get(1);
            table = table.withColumns(relation.columns()).withIndexes(List.of());
        }
        List<Column> columns = World.settable(table);
        return columns.isEmpty()
                ? null
                : one(
                        expansion,
                        request,
                        table,
                        relation.alias(),
                        expansion.choices().pick(columns));
    }

    private static SyntaxTree.@Nullable Node one(
            Expansion expansion, Request request, Table table, String qualifier, Column column) {
        Context context = request.context();
        List<Element.Symbol> shape = expansion.shape(
                request,
                request.rule().alternatives().get(0),
                column.omissible() ? new Plan() : new Plan().avoid("DEFAULT"));
        boolean strange = ChangeBinders.isStrange(column);
        boolean literal = strange || !column.nullable() || expansion.choices().chance(LITERAL);
        return new Filling(expansion, request, shape)
                .leaf("updateColumnRef", new Scope.Visible(qualifier, column).sql())
                .put("expression", literal ? ChangeBinders.literal(expansion, column, table) : List.of())
                .contexts((index, symbol) -> context.in(Clause.ROWS).expecting(Type.of(column.type())))
                .make();
    }

    /** INSERT .. SET: an assignment to each of the columns. */
    static SyntaxTree.@Nullable Node each(Expansion expansion, Request request, List<Column> columns) {
        Table table = request.context().table();
        if (table == null) {
            return null;
        }
        Request list = new Request(expansion.rule("assignmentList"), 0, request.context(), request.budget() - 1);
        Request inner = new Request(
                expansion.rule("assignment"), 0, request.context().in(Clause.CONSTANT), request.budget() - 2);
        List<SyntaxTree> assignments = new ArrayList<>();
        for (Column column : columns) {
            SyntaxTree.Node made = one(expansion, inner, table, "", column);
            if (made == null) {
                return null;
            }
            assignments.add(made);
        }
        Plan plan = new Plan().rounds("assignment", assignments.size() - 1);
        return new Filling(
                        expansion,
                        list,
                        expansion.shape(list, list.rule().alternatives().get(0), plan))
                .put("assignment", assignments)
                .make();
    }

    /** AS name, with or without names for the columns: ON DUPLICATE KEY UPDATE may use them. */
    static SyntaxTree.@Nullable Node rowAlias(Expansion expansion, Request request) {
        Table table = request.context().table();
        if (table == null) {
            return null;
        }
        String alias = expansion.draft().freshAlias();
        boolean named = expansion.choices().chance(NAMED);
        List<Column> columns = new ArrayList<>();
        List<SyntaxTree> names = new ArrayList<>();
        for (Column column : table.columns()) {
            Column own = named ? column.renamed(expansion.draft().freshColumn()) : column;
            columns.add(own);
            names.add(expansion.lexicon().leaf(expansion.rule("newDerivedColumnName"), own.name()));
        }
        Filling filling = new Filling(
                        expansion,
                        request,
                        expansion.shape(
                                request,
                                request.rule().alternatives().get(0),
                                new Plan().include("derivedColumnList", named)))
                .leaf("newTableAlias", alias);
        if (named) {
            Request list = new Request(expansion.rule("derivedColumnList"), 0, request.context(), request.budget());
            Plan plan = new Plan().rounds("newDerivedColumnName", names.size() - 1);
            SyntaxTree.Node tree = new Filling(
                            expansion,
                            list,
                            expansion.shape(list, list.rule().alternatives().get(0), plan))
                    .put("newDerivedColumnName", names)
                    .make();
            if (tree == null) {
                return null;
            }
            filling.put("derivedColumnList", tree);
        }
        expansion.draft().newRow(new Relation(alias, columns));
        return filling.make();
    }
}
