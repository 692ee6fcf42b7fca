package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import org.jspecify.annotations.Nullable;

/** Actions on a column that keep its type: DROP, RENAME, SET and DROP DEFAULT, SET VISIBLE. */
final class AlterColumn {
    private AlterColumn() {}

    static SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative) {
        Column column = target.changeable();
        if (column == null) {
            return null;
        }
        if (alternative.mentions("newColumnName")) {
            return rename(target, alternative, column);
        }
        if (alternative.mentions("alterDefaultValue")) {
            return setDefault(target, alternative, column);
        }
        if (alternative.mentions("DEFAULT")) {
            return column.generated() ? null : dropDefault(target, alternative, column);
        }
        if (target.visibleWithout(column.name()) == 0) {
            return null;
        }
        return alternative.mentions("DROP") ? drop(target, alternative, column) : show(target, alternative, column);
    }

    private static SyntaxTree.@Nullable Node rename(AlterTarget target, Alternative alternative, Column column) {
        String fresh = target.expansion().world().freshColumn();
        target.does(table -> table.changing(column.name(), old -> old.renamed(fresh)));
        return target.fill(alternative, Plan.FREE)
                .leaf("alterColumnRef", column.name())
                .leaf("newColumnName", fresh)
                .make();
    }

    private static SyntaxTree.@Nullable Node setDefault(AlterTarget target, Alternative alternative, Column column) {
        boolean plain =
                column.type().family().isKeyable() && !column.type().family().isUnbounded();
        if (!plain || column.generated()) {
            return null;
        }
        String value = target.expansion().lexicon().values().value(column.type(), target.choices());
        boolean parenthesized = target.since(80013) && target.choices().chance(0.2);
        target.does(table -> table.changing(column.name(), old -> old.defaulted(true)));
        return target.fill(alternative, Plan.FREE)
                .leaf("alterColumnRef", column.name())
                .leaf("alterDefaultValue", parenthesized ? "(" + value + ")" : value)
                .make();
    }

    private static SyntaxTree.@Nullable Node dropDefault(AlterTarget target, Alternative alternative, Column column) {
        // without a default a nullable column can't be left out either
        target.does(table -> table.changing(
                column.name(),
                old -> new Column(old.name(), old.type(), old.nullable(), false, false, false, old.invisible())));
        return target.fill(alternative, Plan.FREE)
                .leaf("alterColumnRef", column.name())
                .make();
    }

    private static SyntaxTree.@Nullable Node drop(AlterTarget target, Alternative alternative, Column column) {
        target.does(table -> table.without(column.name()));
        return target.fill(alternative, Plan.FREE)
                .leaf("alterColumnRef", column.name())
                .make();
    }

    private static SyntaxTree.@Nullable Node show(AlterTarget target, Alternative alternative, Column column) {
        SyntaxTree.Node node = target.fill(alternative, Plan.FREE)
                .leaf("alterColumnRef", column.name())
                .make();
        boolean hidden = node != null && node.sql().endsWith("INVISIBLE");
        target.does(table -> table.changing(column.name(), old -> old.hidden(hidden)));
        return node;
    }
}
