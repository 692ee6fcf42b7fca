package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls of stored functions and procedures, with arguments that their parameters take. */
final class StoredCalls implements Binder {
    private static final double STORED = 0.15;
    private static final double LITERAL = 0.6;
    private static final int BUDGET = 14;

    private final Binder builtIn;

    /** @param builtIn makes calls of functions that the server has by itself */
    StoredCalls(Binder builtIn) {
        this.builtIn = builtIn;
    }

    @Override
    public SyntaxTree.@Nullable Node bind(Expansion expansion, Request request) {
        List<Programs.Routine> functions = expansion.world().programs().functions();
        if (!functions.isEmpty()
                && mayCall(expansion, request)
                && expansion.choices().chance(STORED)) {
            SyntaxTree.Node call = function(expansion, request, functions);
            if (call != null) {
                return call;
            }
        }
        return builtIn.bind(expansion, request);
    }

    private static boolean mayCall(Expansion expansion, Request request) {
        return request.context().clause().volatiles
                && !expansion.world().session().isLocked();
    }

    private static SyntaxTree.@Nullable Node function(
            Expansion expansion, Request request, List<Programs.Routine> functions) {
        Context context = request.context();
        boolean inProgram = expansion.draft().program() != null;
        boolean changing = expansion.draft().target() != null;
        List<Programs.Routine> fitting = new ArrayList<>();
        for (Programs.Routine function : functions) {
            ColumnType result = function.result();
            if (result != null
                    && Type.of(result).serves(context.expected())
                    && (!inProgram || !function.calls() && !function.reads())
                    && (!changing || !function.reads())) {
                fitting.add(function);
            }
        }
        if (fitting.isEmpty()) {
            return null;
        }
        Programs.Routine function = expansion.choices().pick(fitting);
        List<SyntaxTree> arguments = new ArrayList<>();
        for (Programs.Parameter parameter : function.parameters()) {
            arguments.add(argument(expansion, request, parameter));
        }
        Plan plan = new Plan()
                .include("expression", !arguments.isEmpty())
                .rounds("expression", Math.max(0, arguments.size() - 1));
        return Filling.of(expansion, request, request.rule().alternatives().get(0), plan)
                .leaf("functionName", function.name())
                .put("expression", arguments)
                .make();
    }

    private static SyntaxTree argument(Expansion expansion, Request request, Programs.Parameter parameter) {
        Type type = Type.of(parameter.type());
        boolean exact = type == Type.TEMPORAL || type == Type.JSON || type == Type.GEOMETRY || type == Type.BYTES;
        SyntaxTree.Node value = exact || expansion.choices().chance(LITERAL)
                ? null
                : expansion.expand(new Request(
                        expansion.rule("expression"),
                        0,
                        request.context().expecting(type),
                        Math.min(request.budget() - 2, BUDGET)));
        return value != null
                ? value
                : expansion
                        .lexicon()
                        .leaf(
                                expansion.rule("expression"),
                                expansion.lexicon().values().value(parameter.type(), expansion.choices()));
    }

    /** CALL: what the procedure gives back goes into user variables, one for each type. */
    static SyntaxTree.@Nullable Node call(Expansion expansion, Request request) {
        boolean inProgram = expansion.draft().program() != null;
        List<Programs.Routine> callable = expansion.world().programs().procedures().stream()
                .filter(procedure -> !inProgram || !procedure.calls())
                .toList();
        if (callable.isEmpty()) {
            return null;
        }
        Programs.Routine procedure = expansion.choices().pick(callable);
        Request values = request.with(request.context().in(inProgram ? Clause.ROWS : Clause.CONSTANT));
        List<SyntaxTree> arguments = new ArrayList<>();
        for (Programs.Parameter parameter : procedure.parameters()) {
            String variable = "@o_" + parameter.type().family().name().toLowerCase(Locale.ROOT);
            arguments.add(
                    parameter.out()
                            ? expansion.lexicon().leaf(expansion.rule("expression"), variable)
                            : argument(expansion, values, parameter));
        }
        Plan plan = new Plan()
                .include("'('", !arguments.isEmpty() || expansion.choices().chance(0.7))
                .include("expression", !arguments.isEmpty())
                .rounds("expression", Math.max(0, arguments.size() - 1));
        return Filling.of(expansion, request, plan)
                .leaf("routineRef", procedure.name())
                .put("expression", arguments)
                .make();
    }
}
