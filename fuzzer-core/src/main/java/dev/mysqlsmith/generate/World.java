package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lasts over the statements of a round: the picture of the schema, the version, names that were given. */
final class World {
    private static final double INTO_ANY = 0.1;

    private final Schema schema;
    private final Definitions definitions = new Definitions();
    private final RowCounts rows = new RowCounts();
    private final ServerVersion version;
    private final Set<String> taken;
    private Draft draft = new Draft(0);
    private int tables;
    private int columns;
    private int indexes;
    private int partitions;
    private final SessionState session = new SessionState();
    private final Programs programs = new Programs();
    private final Deque<SyntaxTree.Node> due = new ArrayDeque<>();

    World(Schema schema, ServerVersion version) {
        this(schema, version, Set.of());
    }

    /** @param taken names that nothing new may have, in lower case */
    World(Schema schema, ServerVersion version, Set<String> taken) {
        this.schema = schema;
        this.version = version;
        this.taken = taken;
    }

    Schema schema() {
        return schema;
    }

    /** How tables were defined whose definition is needed again. */
    Definitions definitions() {
        return definitions;
    }

    /** How many rows tables have, about. */
    RowCounts rows() {
        return rows;
    }

    ServerVersion version() {
        return version;
    }

    Draft draft() {
        return draft;
    }

    /** The next statement, of about that many nodes at most. */
    Draft newDraft(int nodes) {
        draft = new Draft(nodes);
        return draft;
    }

    SessionState session() {
        return session;
    }

    Programs programs() {
        return programs;
    }

    /** Statements that come next, whatever the profile says. */
    Deque<SyntaxTree.Node> due() {
        return due;
    }

    String freshTable() {
        return fresh(() -> "t" + ++tables);
    }

    String freshView() {
        return fresh(() -> "v" + ++tables);
    }

    String freshColumn() {
        return fresh(() -> "c" + ++columns);
    }

    String freshIndex() {
        return fresh(() -> "i" + ++indexes);
    }

    String freshPartition() {
        return fresh(() -> "p" + ++partitions);
    }

    private String fresh(Supplier<String> names) {
        String name = names.get();
        while (taken.contains(name)) {
            name = names.get();
        }
        return name;
    }

    /** A table that the statement under construction may read: not the one that it changes, and then no view either. */
    Optional<Table> readableTable(Choices choices) {
        String target = draft.target();
        return target == null ? anyTable(choices) : pick(apartFrom(target), choices);
    }

    private List<Table> apartFrom(String target) {
        List<String> below =
                schema.table(target).map(table -> table.traits().over()).orElse(List.of());
        List<Table> apart = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (!table.view()
                    && !table.name().equals(target)
                    && !below.contains(table.name())
                    && !draft.alsoTargets(table.name())
                    && !table.traits().over().contains(target)
                    && draft.mayRead(table)
                    && isReached(table, false)) {
                apart.add(table);
            }
        }
        return apart;
    }

    /** Any table or view that can be read. */
    Optional<Table> anyTable(Choices choices) {
        Optional<Table> any = pick(schema.tables(), choices);
        if (any.isEmpty() || draft.mayRead(any.get()) && isReached(any.get(), false)) {
            return any;
        }
        List<Table> tables = new ArrayList<>(reached(schema.tables(), false));
        tables.removeIf(table -> !draft.mayRead(table));
        return pick(tables, choices);
    }

    /** A table that rows can be written to, mostly one of fewer than {@code most} rows if there is any. */
    Optional<Table> writableTable(int most, Choices choices) {
        List<Table> tables =
                reached(schema.tables().stream().filter(World::isWritable).toList(), true);
        List<Table> small =
                tables.stream().filter(table -> rows.of(table) < most).toList();
        return pick(small.isEmpty() || choices.chance(INTO_ANY) ? tables : small, choices);
    }

    /** A table whose rows can be updated and deleted. */
    Optional<Table> changeableTable(Choices choices) {
        List<Table> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            if (isWritable(table) && table.engine().changesRows() && isReached(table, true)) {
                tables.add(table);
            }
        }
        return pick(tables, choices);
    }

    /** Whether there is a table that rows can be written to. */
    boolean hasWritableTable() {
        for (Table table : schema.tables()) {
            if (isWritable(table)) {
                return true;
            }
        }
        return false;
    }

    /** A name for a reference to the table, not used yet in the statement; none where only locked names are left. */
    Optional<String> aliasFor(@Nullable Table table) {
        return table == null || !session.isLocked()
                ? Optional.of(draft.freshAlias())
                : session.lockedAlias(table.name(), draft);
    }

    private List<Table> reached(List<Table> tables, boolean write) {
        ProgramDraft program = draft.program();
        String target = draft.target();
        Set<String> behind = target == null || write ? Set.of() : programs.writtenWith(target);
        if (!session.isLocked() && (program == null || !write) && behind.isEmpty()) {
            return tables;
        }
        return tables.stream()
                .filter(table -> session.reaches(table, write)
                        && !behind.contains(table.name())
                        && (program == null || !write || mayWrite(program, table)))
                .toList();
    }

    private boolean mayWrite(ProgramDraft program, Table table) {
        Table own = program.table();
        return !table.view() && (own == null || programs.mayWrite(own.name(), table.name()));
    }

    /** Whether the locks that the session has taken leave the table to it. */
    boolean isReached(Table table, boolean write) {
        return !session.isLocked() || session.reaches(table, write);
    }

    private static boolean isWritable(Table table) {
        if (table.writable()) {
            for (Column column : table.columns()) {
                if (!column.generated()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A base table, not a view. */
    Optional<Table> baseTable(Choices choices) {
        return pick(reached(schema.baseTables(), false), choices);
    }

    /** A column of the table that statements may set. */
    static List<Column> settable(Table table) {
        return table.columns().stream().filter(column -> !column.generated()).toList();
    }

    private static Optional<Table> pick(List<Table> tables, Choices choices) {
        return tables.isEmpty() ? Optional.empty() : Optional.of(choices.pick(tables));
    }
}
