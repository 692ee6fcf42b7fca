package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Gate;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SET and EXPLAIN. */
final class SessionBinders {
    private record Variable(String name, String value) {}

    private final List<Variable> variables = new ArrayList<>();

    SessionBinders(ServerVersion version) {
        for (String line : Resources.lines("variables.txt")) {
            String[] parts = line.split("\t");
            if (parts.length < 3 || Gate.parse(parts[2]).admits(version)) {
                variables.add(new Variable(parts[0], parts[1]));
            }
        }
    }

    /** A session variable that changes plans, or a user variable. */
    SyntaxTree.@Nullable Node setAssignment(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        if (program != null) {
            return BodyBinders.assignment(expansion, request, program);
        }
        Variable variable = expansion.choices().pick(variables);
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
                        : new Filling(expansion, request, expansion.shape(request, alternative, Plan.FREE))
                                .leaf("variableScope", "SESSION")
                                .leaf("setVariableName", variable.name())
                                .leaf("setValue", variable.value())
                                .make());
    }

    /** A format that the version knows. */
    static SyntaxTree.@Nullable Node explainFormat(Expansion expansion, Request request) {
        boolean tree = expansion.world().version().number() >= 80016;
        String format = expansion.choices().chance(0.5) ? "JSON" : tree ? "TREE" : "TRADITIONAL";
        return expansion.lexicon().leaf(request.rule(), format);
    }

    /** EXPLAIN of a query or a change. */
    static SyntaxTree.@Nullable Node explain(Expansion expansion, Request request) {
        Plan plan = new Plan()
                .include("explainOption", expansion.choices().chance(0.6))
                .omit("explainSchema");
        return expansion.plain(
                request,
                alternative -> alternative.mentions("explainable") ? 1 : 0.05,
                plan.omit("textString").omit("describeColumnRef"));
    }
}
