package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events: they wait for a day that no campaign lives to see, so that nothing runs beside the session. */
final class EventBinders {
    private static final int MOST_EVENTS = 5;
    private static final int NODES = 200;

    private EventBinders() {}

    /** CREATE EVENT. */
    static SyntaxTree.@Nullable Node create(Expansion expansion, Request request) {
        Programs programs = expansion.world().programs();
        if (programs.events().size() >= MOST_EVENTS) {
            return null;
        }
        Context context = program(expansion, request);
        String name = programs.fresh("y");
        expansion.draft().onSuccess(schema -> programs.events().add(name));
        return Filling.of(expansion, request, new Plan().omit("definerClause"))
                .leaf("newEventName", name)
                .contexts((index, symbol) -> context)
                .make();
    }

    private static Context program(Expansion expansion, Request request) {
        int statements = expansion.choices().between(1, 6);
        expansion.draft().defines(new ProgramDraft(ProgramKind.EVENT, null, null, "", statements), NODES);
        return expansion.program(request.context()).in(Scope.top()).in(Clause.ROWS);
    }

    /** Once or again and again, from a far day on. */
    static SyntaxTree.@Nullable Node schedule(Expansion expansion, Request request) {
        boolean ends = expansion.choices().chance(0.3);
        Plan plan = new Plan().include("STARTS").include("ENDS", ends);
        String start = "'2037-01-01 00:00:00'";
        return expansion.attempt(request, alternative -> 1, alternative -> {
            boolean every = alternative.mentions("EVERY");
            List<String> times = every
                    ? List.of(Integer.toString(expansion.choices().between(1, 30)), start, "'2037-12-31 00:00:00'")
                    : List.of(start);
            return Filling.of(expansion, request, alternative, plan)
                    .leaf("intervalUnit", expansion.choices().oneOf("DAY", "HOUR", "WEEK", "MONTH", "YEAR"))
                    .put(
                            "expression",
                            times.stream()
                                    .map(time -> expansion.lexicon().leaf(expansion.rule("expression"), time))
                                    .toList())
                    .make();
        });
    }

    /** ALTER EVENT. */
    static SyntaxTree.@Nullable Node alter(Expansion expansion, Request request) {
        List<String> events = expansion.world().programs().events();
        if (events.isEmpty()) {
            return null;
        }
        Context context = program(expansion, request);
        String name = expansion.choices().pick(events);
        SyntaxTree.Node node = Filling.of(expansion, request, new Plan().omit("definerClause"))
                .leaf("eventRef", name)
                .contexts((index, symbol) -> context)
                .make();
        if (node != null) {
            renamed(node)
                    .ifPresent(fresh -> expansion.draft().onSuccess(schema -> events.set(events.indexOf(name), fresh)));
        }
        return node;
    }

    private static Optional<String> renamed(SyntaxTree.Node alter) {
        return alter.children("eventChange").stream()
                .flatMap(change -> change.children("eventRename").stream())
                .flatMap(rename -> rename.children("newEventName").stream())
                .map(SyntaxTree::sql)
                .findFirst();
    }

    /** RENAME TO, in an ALTER EVENT of one that is then known by another name. */
    static SyntaxTree.@Nullable Node rename(Expansion expansion, Request request) {
        String name = expansion.world().programs().fresh("y");
        return Filling.of(expansion, request, Plan.FREE)
                .leaf("newEventName", name)
                .make();
    }

    /** DROP EVENT. */
    static SyntaxTree.@Nullable Node drop(Expansion expansion, Request request) {
        List<String> events = expansion.world().programs().events();
        if (events.isEmpty()) {
            return null;
        }
        String name = expansion.choices().pick(events);
        expansion.draft().onSuccess(schema -> events.remove(name));
        return Filling.of(expansion, request, Plan.FREE).leaf("eventRef", name).make();
    }
}
