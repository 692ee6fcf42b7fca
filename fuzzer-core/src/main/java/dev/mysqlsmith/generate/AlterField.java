package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ADD, CHANGE and MODIFY COLUMN. A column that holds values changes to a type that takes them all. */
final class AlterField {
    private AlterField() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        return alternative.mentions("ADD") ? add(target, alternative) : change(target, alternative);
    }

    private static SyntaxTree.@Nullable Node add(AlterTarget target, Alternative alternative) {
        String name = target.expansion().world().freshColumn();
        List<Column> columns = target.draft().columns();
        int before = columns.size();
        SyntaxTree field = ColumnBinders.field(target.expansion(), target.child("fieldDefinition"), name, false);
        if (field == null || columns.size() == before) {
            return null;
        }
        Column made = columns.remove(before);
        SyntaxTree.Node node = target.fill(alternative, new Plan().omit("referencesClause"))
                .leaf("newColumnName", name)
                .put("fieldDefinition", field)
                .make();
        if (node != null) {
            target.does(table -> placed(table, made, node));
        }
        return node;
    }

    private static SyntaxTree.@Nullable Node change(AlterTarget target, Alternative alternative) {
        Column old = target.changeable();
        if (old == null || old.generated()) {
            return null;
        }
        boolean renamed = alternative.mentions("newColumnName");
        String name = renamed ? target.expansion().world().freshColumn() : old.name();
        List<Column> columns = target.draft().columns();
        int before = columns.size();
        SyntaxTree field = ColumnBinders.wider(target.expansion(), target.child("fieldDefinition"), name, old);
        if (field == null) {
            return null;
        }
        Column made = columns.remove(before);
        SyntaxTree.Node node = target.fill(alternative, Plan.FREE)
                .leaf("newColumnName", name)
                .leaf("alterColumnRef", old.name())
                .put("fieldDefinition", field)
                .make();
        if (node != null) {
            target.does(table -> changed(table, old, made, node));
        }
        return node;
    }

    private static Table changed(Table table, Column old, Column made, SyntaxTree.Node action) {
        return action.has("columnPosition")
                ? placed(table.without(old.name()), made, action)
                : table.changing(old.name(), column -> made);
    }

    /** The table with the column where the action puts it. */
    private static Table placed(Table table, Column made, SyntaxTree.Node action) {
        List<Column> columns = new ArrayList<>(table.columns());
        int at = columns.size();
        for (SyntaxTree.Node position : action.children("columnPosition")) {
            at = position.children().size() == 1 ? 0 : 1 + indexOf(columns, position.children("alterColumnRef"));
        }
        columns.add(at, made);
        return table.withColumns(columns);
    }

    private static int indexOf(List<Column> columns, List<SyntaxTree.Node> name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name.get(0).sql())) {
                return i;
            }
        }
        return columns.size() - 1;
    }

    /** FIRST, or AFTER a column that the action leaves where it is. */
    static SyntaxTree.@Nullable Node position(Expansion expansion, Request request) {
        TableDraft draft = expansion.draft().table();
        return expansion.attempt(
                request,
                alternative -> new Filling(expansion, request, expansion.shape(request, alternative, Plan.FREE))
                        .leaf("alterColumnRef", draft.columns().get(0).name())
                        .make());
    }
}
