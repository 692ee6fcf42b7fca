package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored program while a statement defines it: which variables, labels and handlers there are at the place that is made. */
final class ProgramDraft {
    private static final int DEEPEST = 3;

    /** What a BEGIN .. END declares. */
    static final class Block {
        private final List<Column> variables = new ArrayList<>();
        private final List<String> counters = new ArrayList<>();
        private final List<String> conditions = new ArrayList<>();
        private final boolean catching;

        /** @param catching whether errors in it end in a handler */
        Block(boolean catching) {
            this.catching = catching;
        }

        /** Names of errors, each with a handler. */
        List<String> conditions() {
            return conditions;
        }

        boolean isCatching() {
            return catching;
        }

        /** Variables that statements may read and set. */
        List<Column> variables() {
            return variables;
        }

        /** Variables that count the rounds of loops: nothing else may set them. */
        List<String> counters() {
            return counters;
        }
    }

    /** A label that can be left, or gone on with where it is a loop's. */
    record Label(String name, boolean loop) {}

    private final ProgramKind kind;
    private final @Nullable ColumnType result;
    private final @Nullable Table table;
    private final String event;
    private Block parameters = new Block(false);
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Deque<Label> labels = new ArrayDeque<>();
    private final Set<String> written = new LinkedHashSet<>();
    private boolean reads = true;
    private int statementsLeft;
    private int depth;
    private int names;
    private int handlers;

    /**
     * @param result what a function returns
     * @param table what a trigger belongs to
     * @param event what a trigger waits for: {@code BEFORE INSERT}
     */
    ProgramDraft(ProgramKind kind, @Nullable ColumnType result, @Nullable Table table, String event, int statements) {
        this.kind = kind;
        this.result = result;
        this.table = table;
        this.event = event;
        this.statementsLeft = statements;
    }

    ProgramKind kind() {
        return kind;
    }

    @Nullable
    ColumnType result() {
        return result;
    }

    /** The table of the trigger. */
    @Nullable
    Table table() {
        return table;
    }

    /** What the trigger waits for. */
    String event() {
        return event;
    }

    /** Whether the trigger may set columns of the new row. */
    boolean setsNew() {
        return event.startsWith("BEFORE") && !event.endsWith("DELETE");
    }

    /** Whether queries may stand in it. */
    boolean mayRead() {
        return reads;
    }

    /** It reads no table. */
    ProgramDraft withoutQueries() {
        reads = false;
        return this;
    }

    /** Columns of the new row that the trigger may set: any value of their type will do. */
    List<Column> rowColumns() {
        return table == null || !setsNew()
                ? List.of()
                : World.settable(table).stream()
                        .filter(column -> table.indexes().stream()
                                .noneMatch(index -> index.columns().contains(column.name())))
                        .toList();
    }

    /** Counts a statement; false once there are enough, and what is begun should only be ended. */
    boolean mayGrow() {
        return statementsLeft-- > 0;
    }

    /** Whether statements may stand in statements here. */
    boolean mayNest() {
        return statementsLeft > 0 && depth < DEEPEST;
    }

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
    }

    String fresh(String prefix) {
        return prefix + ++names;
    }

    Deque<Block> blocks() {
        return blocks;
    }

    /** The parameters, as the variables of a block around all others. */
    void parameters(Block block) {
        parameters = block;
    }

    boolean isOutermost() {
        return blocks.size() <= 1;
    }

    Deque<Label> labels() {
        return labels;
    }

    /** The variables in reach. */
    List<Column> variables() {
        List<Column> all = new ArrayList<>(parameters.variables());
        blocks.forEach(block -> all.addAll(block.variables()));
        return all;
    }

    /** Whether an error at this place ends in a handler. */
    boolean isCaught() {
        return handlers == 0 && blocks.stream().anyMatch(block -> block.catching);
    }

    /** Names of errors that have handlers at this place. */
    List<String> conditions() {
        List<String> all = new ArrayList<>();
        if (handlers == 0) {
            blocks.forEach(block -> all.addAll(block.conditions()));
        }
        return all;
    }

    /** Whether an error that a handler gives on ends in another. */
    boolean mayResignal() {
        return handlers == 1 && blocks.stream().skip(1).anyMatch(Block::isCatching);
    }

    /** The body of a handler is made from now on. */
    void enterHandler() {
        handlers++;
    }

    void leaveHandler() {
        handlers--;
    }

    boolean inHandler() {
        return handlers > 0;
    }

    /** Tables that it changes. */
    Set<String> written() {
        return written;
    }
}
