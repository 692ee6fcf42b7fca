package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an action of ALTER TABLE is about.
 *
 * @param request of the action
 * @param table as it is before the action
 */
record AlterTarget(Expansion expansion, Request request, Table table) {
    Choices choices() {
        return expansion.choices();
    }

    Schema schema() {
        return expansion.world().schema();
    }

    TableDraft draft() {
        return expansion.draft().table();
    }

    /** The action does that to the table, if the server accepts it. */
    void does(UnaryOperator<Table> change) {
        TableDraft draft = draft();
        draft.become(change.apply(draft.toTable()));
    }

    /** The action's parts, to be filled. */
    Filling fill(Alternative alternative, Plan plan) {
        return new Filling(expansion, request, expansion.shape(request, alternative, plan));
    }

    /** A request of a rule below the action. */
    Request child(String rule) {
        return new Request(expansion.rule(rule), 0, request.context(), request.budget() - 1);
    }

    /** Whether the server is that old or newer. */
    boolean since(int version) {
        return expansion.world().version().number() >= version;
    }

    /** A column that no key, no expression and no partition needs, or null. */
    @Nullable
    Column changeable() {
        List<Column> free = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.autoIncrement() && !isNeeded(column.name())) {
                free.add(column);
            }
        }
        return free.isEmpty() ? null : choices().pick(free);
    }

    private boolean isNeeded(String column) {
        return table.traits().pinned().contains(column)
                || table.traits().foreignKeys().stream()
                        .anyMatch(key -> key.columns().contains(column))
                || table.indexes().stream().anyMatch(index -> index.columns().contains(column));
    }

    /** How many columns {@code *} would show without that one. */
    long visibleWithout(String name) {
        return table.columns().stream()
                .filter(column -> !column.invisible() && !column.name().equals(name))
                .count();
    }

    /** A filled action, or null where its parts can't be made. */
    interface Maker {
        SyntaxTree.@Nullable Node make(AlterTarget target, Alternative alternative);
    }
}
