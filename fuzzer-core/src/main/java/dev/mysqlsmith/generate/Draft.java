package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What belongs to the one statement under construction: its fresh names, and what it does to the schema if it succeeds. */
final class Draft {
    private final List<Consumer<Schema>> effects = new ArrayList<>();
    private int tables;
    private int columns;
    private int windows;
    private int nodesLeft;
    private @Nullable String target;
    private TableDraft table = new TableDraft("");

    /** A draft that should get no larger than about {@code nodes} nodes. */
    Draft(int nodes) {
        this.nodesLeft = nodes;
    }

    /** How far the draft has come, for {@link #backTo}. */
    record Mark(int effects, TableDraft.Mark table) {
        private static final Mark BEGINNING = new Mark(0, TableDraft.Mark.BEGINNING);
    }

    Mark mark() {
        TableDraft.Mark ofTable = table.mark();
        return effects.isEmpty() && ofTable == TableDraft.Mark.BEGINNING
                ? Mark.BEGINNING
                : new Mark(effects.size(), ofTable);
    }

    /** Forgets what was decided since then, for an alternative that came to nothing. */
    void backTo(Mark mark) {
        effects.subList(mark.effects(), effects.size()).clear();
        table.backTo(mark.table());
    }

    /** Counts a node; false once there are enough, and what is begun should only be ended. */
    boolean mayGrow() {
        return nodesLeft-- > 0;
    }

    /** A name for a table reference, not used yet in the statement. */
    String freshAlias() {
        return "a" + ++tables;
    }

    /** A name for a result column, not used yet in the statement. */
    String freshColumn() {
        return "x" + ++columns;
    }

    /** A name for a window, not used yet in the statement. */
    String freshWindow() {
        return "w" + ++windows;
    }

    /** The table that the statement changes; its subqueries must not read it. */
    void changes(String table) {
        target = table;
    }

    @Nullable
    String target() {
        return target;
    }

    /** The table that the statement defines or alters, as far as it is known. */
    TableDraft table() {
        return table;
    }

    void defines(TableDraft draft) {
        table = draft;
    }

    /** What becomes true when the server accepts the statement. */
    void onSuccess(Consumer<Schema> effect) {
        effects.add(effect);
    }

    List<Consumer<Schema>> effects() {
        return effects;
    }
}
