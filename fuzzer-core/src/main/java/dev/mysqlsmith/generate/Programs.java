package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.ColumnType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored programs that the database has, as far as the answers of the server tell. */
final class Programs {
    /** A parameter; {@code out} where the routine gives something back in it. */
    record Parameter(String name, ColumnType type, boolean out) {}

    /**
     * A function or procedure.
     *
     * @param result what a function returns, or null
     * @param calls whether it calls others itself
     * @param reads whether it reads or changes tables
     * @param uses tables and routines that it names
     */
    record Routine(
            String name,
            @Nullable ColumnType result,
            List<Parameter> parameters,
            boolean calls,
            boolean reads,
            Set<String> uses) {}

    /**
     * A trigger.
     *
     * @param event {@code BEFORE INSERT}
     * @param columns those of its table that it names
     * @param writes tables that it changes
     * @param uses tables and routines that it names
     */
    record Trigger(
            String name, String table, String event, Set<String> columns, Set<String> writes, Set<String> uses) {}

    private final List<Routine> functions = new ArrayList<>();
    private final List<Routine> procedures = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private int names;

    String fresh(String prefix) {
        return prefix + ++names;
    }

    List<Routine> functions() {
        return functions;
    }

    List<Routine> procedures() {
        return procedures;
    }

    List<Trigger> triggers() {
        return triggers;
    }

    List<String> events() {
        return events;
    }

    boolean hasRoutine(String name) {
        return has(functions, name) || has(procedures, name);
    }

    private static boolean has(List<Routine> routines, String name) {
        for (Routine routine : routines) {
            if (routine.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Tables that triggers change when {@code table} is changed, and so on; that one itself aside. */
    Set<String> writtenWith(String table) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(table));
        while (!open.isEmpty()) {
            String changed = open.pop();
            for (Trigger trigger : triggers) {
                if (trigger.table().equals(changed)) {
                    trigger.writes().stream().filter(reached::add).forEach(open::push);
                }
            }
        }
        return reached;
    }

    /** Whether a trigger of {@code table} may change {@code target}: only if no trigger leads back. */
    boolean mayWrite(String table, String target) {
        return !target.equals(table) && !writtenWith(target).contains(table);
    }
}
