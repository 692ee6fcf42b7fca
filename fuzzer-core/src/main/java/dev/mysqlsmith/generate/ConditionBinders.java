package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SIGNAL, RESIGNAL and GET DIAGNOSTICS: errors only where a handler takes them, else warnings. */
final class ConditionBinders {
    private static final double ERROR = 0.7;

    private ConditionBinders() {}

    /** SIGNAL. */
    static SyntaxTree.@Nullable Node signal(Expansion expansion, Request request) {
        return Filling.of(expansion, request, Plan.FREE)
                .leaf("signalCondition", condition(expansion))
                .make();
    }

    /** RESIGNAL, with or without another condition. */
    static SyntaxTree.@Nullable Node resignal(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        return program == null || !program.mayResignal()
                ? null
                : Filling.of(expansion, request, Plan.FREE)
                        .leaf("signalCondition", constant(expansion, "error"))
                        .make();
    }

    private static String condition(Expansion expansion) {
        ProgramDraft program = expansion.draft().program();
        if (program == null || !expansion.choices().chance(ERROR)) {
            return constant(expansion, "signal");
        }
        List<String> names = program.conditions();
        return !names.isEmpty()
                ? expansion.choices().pick(names)
                : constant(expansion, program.isCaught() ? "error" : "signal");
    }

    /** What is told with it: one item, since none may come twice. */
    static SyntaxTree.@Nullable Node information(Expansion expansion, Request request) {
        return expansion.plain(request, alternative -> 1, new Plan().rounds("signalItem", 0));
    }

    /** A number for MYSQL_ERRNO, a text for the others. */
    static SyntaxTree.@Nullable Node item(Expansion expansion, Request request) {
        SyntaxTree.Node name =
                expansion.plain(new Request(expansion.rule("signalItemName"), 0, request.context(), request.budget()));
        return name == null
                ? null
                : Filling.of(expansion, request, Plan.FREE)
                        .put("signalItemName", name)
                        .leaf("signalValue", name.sql().equals("MYSQL_ERRNO") ? "1234" : "'note'")
                        .make();
    }

    /** GET DIAGNOSTICS: of a condition only in a handler, where there is one. */
    static SyntaxTree.@Nullable Node diagnostics(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        boolean handler = program != null && program.inHandler();
        Plan plan = handler ? new Plan() : new Plan().omit("STACKED");
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("CONDITION") == handler ? 1 : 0,
                alternative -> Filling.of(expansion, request, alternative, plan)
                        .leaf("signalValue", "1")
                        .make());
    }

    /** A user variable: it takes any value. */
    static SyntaxTree.@Nullable Node target(Expansion expansion, Request request) {
        return expansion
                .lexicon()
                .leaf(request.rule(), "@v" + expansion.choices().between(1, 3));
    }

    private static String constant(Expansion expansion, String form) {
        return expansion.lexicon().values().constant(form, expansion.choices());
    }
}
