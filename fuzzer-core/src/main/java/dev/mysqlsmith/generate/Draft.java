package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What belongs to the one statement under construction: its fresh names, and what it does to the schema if it succeeds. */
final class Draft {
    private final List<Consumer<Schema>> effects = new ArrayList<>();
    private final List<Runnable> failures = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> temporaries = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private boolean permanent;
    private boolean joint;
    private @Nullable Relation newRow;
    private int tables;
    private int columns;
    private int windows;
    private final List<String> queryBlocks = new ArrayList<>();
    private int nodesLeft;
    private @Nullable String target;
    private @Nullable ProgramDraft program;
    private TableDraft table = new TableDraft("");

    /** A draft that should get no larger than about {@code nodes} nodes. */
    Draft(int nodes) {
        this.nodesLeft = nodes;
    }

    /** How far the draft has come, for {@link #backTo}. */
    record Mark(int effects, int failures, @Nullable ProgramDraft program, TableDraft.Mark table) {
        private static final Mark BEGINNING = new Mark(0, 0, null, TableDraft.Mark.BEGINNING);
    }

    Mark mark() {
        TableDraft.Mark ofTable = table.mark();
        return effects.isEmpty() && failures.isEmpty() && program == null && ofTable == TableDraft.Mark.BEGINNING
                ? Mark.BEGINNING
                : new Mark(effects.size(), failures.size(), program, ofTable);
    }

    /** Forgets what was decided since then, for an alternative that came to nothing. */
    void backTo(Mark mark) {
        cut(effects, mark.effects());
        cut(failures, mark.failures());
        program = mark.program();
        table.backTo(mark.table());
    }

    /** Takes away what is behind the first {@code size}; clearing a part of a list makes two objects more each time. */
    static void cut(List<?> list, int size) {
        for (int i = list.size() - 1; i >= size; i--) {
            list.remove(i);
        }
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

    /** Takes a name that can be used once in the statement; false where it is used already. */
    boolean take(String name) {
        return taken.add(name);
    }

    /** A name for a query block, not used yet in the statement. */
    String freshQueryBlock() {
        String name = "q" + (queryBlocks.size() + 1);
        queryBlocks.add(name);
        return name;
    }

    /** The query blocks that have names. */
    List<String> queryBlocks() {
        return queryBlocks;
    }

    /** No temporary tables from here on: views can't have them, and what is named more than once must not. */
    void leaveTemporary() {
        permanent = true;
    }

    /** Takes back {@link #leaveTemporary}, if {@code may}. */
    void readTemporary(boolean may) {
        permanent = !may;
    }

    /** Whether temporary tables can be read. */
    boolean readsTemporary() {
        return !permanent;
    }

    /** Whether a table can still be read: a temporary one can be named once in a statement. */
    boolean mayRead(Table table) {
        return !table.temporary() || !permanent && !temporaries.contains(table.name());
    }

    /** A reference to the table has been made. */
    void reads(Table table) {
        if (table.temporary()) {
            temporaries.add(table.name());
        }
    }

    /** The table that the statement changes; its subqueries must not read it. */
    void changes(@Nullable String table) {
        target = table;
    }

    /** Another table that the statement changes. */
    void alsoChanges(String table) {
        others.add(table);
    }

    /** Whether the statement changes the table, beside {@link #target}. */
    boolean alsoTargets(String table) {
        return others.contains(table);
    }

    /** The statement may set columns of its first two tables. */
    void makeJoint() {
        joint = true;
    }

    boolean isJoint() {
        return joint;
    }

    /** The new row of an INSERT under a name of its own, for ON DUPLICATE KEY UPDATE. */
    @Nullable
    Relation newRow() {
        return newRow;
    }

    void newRow(Relation row) {
        newRow = row;
    }

    @Nullable
    String target() {
        return target;
    }

    /** The stored program that the statement defines; null where it defines none. */
    @Nullable
    ProgramDraft program() {
        return program;
    }

    /** The statement defines a program, of about that many more nodes at most. */
    void defines(ProgramDraft draft, int nodes) {
        permanent = true;
        program = draft;
        nodesLeft = Math.min(nodesLeft, nodes);
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

    /** What becomes true when the server rejects the statement. */
    void onFailure(Runnable effect) {
        failures.add(effect);
    }

    List<Runnable> failures() {
        return failures;
    }
}
