package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SET, EXPLAIN and SHOW. */
final class SessionBinders {
    private static final List<String> SHOWN = List.of("viewRef", "eventRef", "triggerRef", "routineRef", "databaseRef");
    private static final double MEASURED = 0.15;

    private final List<SessionVariables.Setting> variables;

    SessionBinders(List<SessionVariables.Setting> variables) {
        this.variables = variables;
    }

    /** A session variable that changes plans, or a user variable. */
    SyntaxTree.@Nullable Node setAssignment(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        if (program != null) {
            return BodyBinders.assignment(expansion, request, program);
        }
        SessionVariables.Setting variable = expansion.choices().pick(variables);
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("variableScope") && alternative.mentions("setVariableName")
                        ? 8
                        : alternative.mentions("userVariable") ? 2 : 0,
                alternative -> alternative.mentions("userVariable")
                        ? expansion.build(
                                request.with(request.context()
                                        .in(Clause.CONSTANT)
                                        .expecting(Kinds.comparable(expansion.choices()))),
                                alternative,
                                Plan.FREE)
                        : variable(expansion, request, alternative, variable));
    }

    private static SyntaxTree.@Nullable Node variable(
            Expansion expansion, Request request, Alternative alternative, SessionVariables.Setting variable) {
        SyntaxTree.Node node = Filling.of(expansion, request, alternative, Plan.FREE)
                .leaf("variableScope", "SESSION")
                .leaf("setVariableName", variable.name())
                .leaf("setValue", variable.value())
                .make();
        if (node != null && variable.lasts() > 0) {
            SyntaxTree.Node back = Filling.of(expansion, request, alternative, Plan.FREE)
                    .leaf("variableScope", "SESSION")
                    .leaf("setVariableName", variable.name())
                    .leaf("setValue", "DEFAULT")
                    .made();
            expansion
                    .draft()
                    .onSuccess(schema -> expansion
                            .world()
                            .session()
                            .setBackAfter(variable.lasts(), variable.name(), statement(expansion, request, back)));
        }
        return node;
    }

    private static SyntaxTree.Node statement(Expansion expansion, Request request, SyntaxTree.Node assignment) {
        SyntaxTree.Node set = Filling.of(
                        expansion,
                        new Request(expansion.rule("setStatement"), 0, request.context(), 0),
                        new Plan().rounds("setAssignment", 0))
                .put("setAssignment", assignment)
                .made();
        return new SyntaxTree.Node(expansion.rule("statement"), List.of(set));
    }

    /** A format that the version knows; what is measured is shown as a tree. */
    static SyntaxTree.@Nullable Node explainFormat(Expansion expansion, Request request) {
        int version = expansion.world().version().number();
        boolean measured = request.context().clause() == Clause.LITERAL;
        boolean tree = version >= 80016;
        String format = measured
                ? version >= 80300 && expansion.choices().chance(0.3) ? "JSON" : "TREE"
                : expansion
                        .choices()
                        .oneOf("JSON", "JSON", tree ? "TREE" : "TRADITIONAL", tree ? "TREE" : "JSON", "TRADITIONAL");
        return expansion.lexicon().leaf(request.rule(), format);
    }

    /** EXPLAIN of a query or a change; a table's columns now and then. */
    static SyntaxTree.@Nullable Node explain(Expansion expansion, Request request) {
        boolean measured = expansion.world().version().number() >= 80018
                && expansion.choices().chance(MEASURED);
        Context context = request.context().in(measured ? Clause.LITERAL : Clause.CONSTANT);
        Plan plan = new Plan()
                .include("explainOption", measured || expansion.choices().chance(0.6))
                .omit("explainSchema")
                .omit("textString")
                .omit("describeColumnRef");
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("explainable") ? 1 : measured ? 0 : 0.05,
                alternative -> Filling.of(expansion, request, alternative, plan)
                        .contexts((index, symbol) -> symbol.name().equals("explainable") ? request.context() : context)
                        .make(node -> !measured || node.has("explainOption") && isQuery(node)));
    }

    /** What would run for its effects is not measured. */
    private static boolean isQuery(SyntaxTree.Node explain) {
        return explain.children("explainable").stream().allMatch(inner -> inner.has("selectStatement"));
    }

    /** ANALYZE, or a format. */
    static SyntaxTree.@Nullable Node explainOption(Expansion expansion, Request request) {
        boolean measured = request.context().clause() == Clause.LITERAL;
        return expansion.plain(
                request,
                alternative -> alternative.mentions("ANALYZE") == measured ? 1 : 0,
                new Plan().omit("explainInto"));
    }

    /** SHOW of something that exists, where it names one. */
    static SyntaxTree.@Nullable Node show(Expansion expansion, Request request) {
        return expansion.attempt(request, alternative -> 1, alternative -> {
            Filling filling = Filling.of(expansion, request, alternative, Plan.FREE);
            for (String role : SHOWN) {
                if (alternative.mentions(role)) {
                    List<String> names = names(expansion, role, alternative);
                    return names.isEmpty()
                            ? null
                            : filling.leaf(role, expansion.choices().pick(names))
                                    .make();
                }
            }
            return filling.make();
        });
    }

    private static List<String> names(Expansion expansion, String role, Alternative alternative) {
        Programs programs = expansion.world().programs();
        return switch (role) {
            case "viewRef" ->
                expansion.world().schema().views().stream().map(Table::name).toList();
            case "eventRef" -> programs.events();
            case "triggerRef" ->
                programs.triggers().stream().map(Programs.Trigger::name).toList();
            case "databaseRef" -> List.of(expansion.world().schema().database());
            default ->
                (alternative.mentions("FUNCTION") ? programs.functions() : programs.procedures())
                        .stream().map(Programs.Routine::name).toList();
        };
    }
}
