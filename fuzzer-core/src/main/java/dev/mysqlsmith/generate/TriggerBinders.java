package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE and DROP TRIGGER: a trigger sees the row before and after, and changes other tables that lead not back to its own. */
final class TriggerBinders {
    private static final int MOST_TRIGGERS = 5;
    private static final int NODES = 160;

    private TriggerBinders() {}

    /** CREATE TRIGGER. */
    static SyntaxTree.@Nullable Node create(Expansion expansion, Request request) {
        Programs programs = expansion.world().programs();
        Optional<Table> table = TablePicks.pick(expansion, one -> !one.temporary());
        if (programs.triggers().size() >= MOST_TRIGGERS || table.isEmpty()) {
            return null;
        }
        String time = expansion.choices().oneOf("BEFORE", "AFTER");
        String change = expansion.choices().oneOf("INSERT", "UPDATE", "DELETE");
        return create(expansion, request, table.get(), time, change);
    }

    private static SyntaxTree.@Nullable Node create(
            Expansion expansion, Request request, Table table, String time, String change) {
        Programs programs = expansion.world().programs();
        String event = time + " " + change;
        ProgramDraft program = new ProgramDraft(
                ProgramKind.TRIGGER, null, table, event, expansion.choices().between(1, 5));
        expansion.draft().defines(program, NODES);
        Scope scope = Scope.top();
        if (!change.equals("DELETE")) {
            scope.add(new Relation("NEW", table.columns()));
        }
        if (!change.equals("INSERT")) {
            scope.add(new Relation("OLD", table.columns()));
        }
        Context context = expansion.program(request.context()).in(scope).in(Clause.ROWS);
        SyntaxTree.Node block =
                expansion.expand(new Request(expansion.rule("compoundStatement"), 0, context, Expansion.QUERY_BUDGET));
        if (block == null) {
            return null;
        }
        boolean ordered = !siblings(expansion, table, event).isEmpty()
                && expansion.choices().chance(0.6);
        Plan plan = new Plan().omit("definerClause").choose(time).choose(change).include("triggerOrder", ordered);
        String name = programs.fresh("g");
        Set<String> uses = ProgramUses.of(block, expansion.world());
        Programs.Trigger trigger = new Programs.Trigger(
                name, table.name(), event, ProgramUses.columns(block, table), program.written(), uses);
        expansion.draft().onSuccess(schema -> programs.triggers().add(trigger));
        return Filling.of(expansion, request, plan)
                .leaf("newTriggerName", name)
                .leaf("tableRef", table.name())
                .put("bodyStatement", BodyBinders.wrapped(expansion, block))
                .contexts((index, symbol) -> request.context().on(table))
                .make();
    }

    /** FOLLOWS or PRECEDES another trigger of the same table for the same change. */
    static SyntaxTree.@Nullable Node order(Expansion expansion, Request request) {
        Table table = request.context().table();
        ProgramDraft program = expansion.draft().program();
        if (table == null || program == null) {
            return null;
        }
        List<Programs.Trigger> siblings = siblings(expansion, table, program.event());
        return siblings.isEmpty()
                ? null
                : Filling.of(expansion, request, Plan.FREE)
                        .leaf(
                                "siblingTriggerRef",
                                expansion.choices().pick(siblings).name())
                        .make();
    }

    private static List<Programs.Trigger> siblings(Expansion expansion, Table table, String event) {
        return expansion.world().programs().triggers().stream()
                .filter(other ->
                        other.table().equals(table.name()) && other.event().equals(event))
                .toList();
    }

    /** DROP TRIGGER. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        List<Programs.Trigger> triggers = expansion.world().programs().triggers();
        if (triggers.isEmpty()) {
            return null;
        }
        Programs.Trigger trigger = expansion.choices().pick(triggers);
        expansion.draft().onSuccess(schema -> triggers.remove(trigger));
        return Filling.of(expansion, request, Plan.FREE)
                .leaf("triggerRef", trigger.name())
                .make();
    }
}
