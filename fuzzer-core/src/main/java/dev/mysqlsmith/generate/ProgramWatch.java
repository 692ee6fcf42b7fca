package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps stored programs from doing harm: what names a table that is gone is forgotten, and triggers like that are dropped. */
final class ProgramWatch {
    private static final int MOST_FAILURES = 2;
    private static final List<String> CHANGES =
            List.of("insertStatement", "replaceStatement", "updateStatement", "deleteStatement");

    private final World world;
    private final Expansion expansion;
    private final Map<String, Integer> failures = new HashMap<>();

    ProgramWatch(World world, Expansion expansion) {
        this.world = world;
        this.expansion = expansion;
    }

    /** A definition has changed the schema. */
    void review() {
        Programs programs = world.programs();
        programs.functions().removeIf(function -> isBroken(function.uses()));
        programs.procedures().removeIf(procedure -> isBroken(procedure.uses()));
        world.session().prepared().removeIf(prepared -> isBroken(prepared.uses()));
        for (Programs.Trigger trigger : List.copyOf(programs.triggers())) {
            Table table = world.schema().table(trigger.table()).orElse(null);
            if (table == null
                    || isBroken(trigger.uses())
                    || trigger.columns().stream()
                            .anyMatch(column -> table.column(column).isEmpty())) {
                drop(trigger);
            }
        }
    }

    private boolean isBroken(Set<String> uses) {
        for (String name : uses) {
            if (world.schema().table(name).isEmpty() && !world.programs().hasRoutine(name)) {
                return true;
            }
        }
        return false;
    }

    /** Changes of a table that fail again and again may fail in its triggers; calls, in the procedure. */
    void judge(SyntaxTree.Node statement, boolean succeeded) {
        SyntaxTree.Node inner = (SyntaxTree.Node) statement.children().get(0);
        if (inner.is("callStatement")) {
            String name = inner.children("routineRef").get(0).sql();
            if (isWorn(name, succeeded)) {
                world.programs()
                        .procedures()
                        .removeIf(procedure -> procedure.name().equals(name));
            }
        } else if (!(succeeded && failures.isEmpty())
                && !world.programs().triggers().isEmpty()
                && CHANGES.contains(inner.rule().name())) {
            judgeTriggers(statement, succeeded);
        }
    }

    private void judgeTriggers(SyntaxTree.Node statement, boolean succeeded) {
        List<Programs.Trigger> concerned = new ArrayList<>(world.programs().triggers());
        Set<String> named = ProgramUses.of(statement, world);
        concerned.removeIf(trigger -> !named.contains(trigger.table()));
        for (Programs.Trigger trigger : concerned) {
            if (isWorn(trigger.name(), succeeded)) {
                drop(trigger);
            }
        }
    }

    private boolean isWorn(String name, boolean succeeded) {
        if (succeeded) {
            failures.remove(name);
            return false;
        }
        return failures.merge(name, 1, Integer::sum) >= MOST_FAILURES;
    }

    private void drop(Programs.Trigger trigger) {
        world.programs().triggers().remove(trigger);
        world.due()
                .add(expansion.lexicon().leaf(expansion.rule("statement"), "DROP TRIGGER IF EXISTS " + trigger.name()));
    }
}
