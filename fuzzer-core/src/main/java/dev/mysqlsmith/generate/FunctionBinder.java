package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions by name: one that gives what is expected, with arguments of the types that it takes. */
final class FunctionBinder implements Binder {
    private static final double CONSTANT_GEOMETRY = 0.6;
    private static final double COMPUTED_SMALL = 0.2;

    private final FunctionTable functions;

    FunctionBinder(FunctionTable functions) {
        this.functions = functions;
    }

    @Override
    public SyntaxTree.@Nullable Node bind(Expansion expansion, Request request) {
        Context context = request.context();
        Choices choices = expansion.choices();
        List<FunctionTable.Function> fitting = functions.giving(context.expected());
        if (fitting.isEmpty()) {
            return null;
        }
        FunctionTable.Function function = choices.pick(fitting);
        if (function.isVolatile() && !context.clause().volatiles) {
            return null;
        }
        Type one = context.expected() == Type.ANY || !function.isGeneric()
                ? Kinds.comparable(choices)
                : context.expected();
        List<SyntaxTree> arguments = new ArrayList<>();
        for (FunctionTable.Parameter parameter : function.arguments(choices)) {
            SyntaxTree argument = argument(expansion, request, parameter, one);
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan(arguments.size())))
                .leaf("functionName", function.name())
                .put("expression", arguments)
                .make();
    }

    private static Plan plan(int arguments) {
        return new Plan().include("expression", arguments > 0).rounds("expression", Math.max(0, arguments - 1));
    }

    private static @Nullable SyntaxTree argument(
            Expansion expansion, Request request, FunctionTable.Parameter parameter, Type one) {
        Choices choices = expansion.choices();
        Type type = parameter.isGeneric() ? one : parameter.type();
        if (type == Type.ANY) {
            type = Kinds.comparable(choices);
        }
        String form = type == null ? parameter.kind() : type.word();
        SyntaxTree boundary = Boundaries.of(form, expansion);
        if (boundary != null) {
            return boundary;
        }
        if (type == null) {
            if (!form.equals("small") || !choices.chance(COMPUTED_SMALL)) {
                return constant(expansion, form);
            }
            type = Type.NUMBER;
        } else if (type.isSpatial() && choices.chance(CONSTANT_GEOMETRY)) {
            return constant(expansion, Kinds.spatialForm(type, choices));
        }
        return expansion.expand(
                new Request(expansion.rule("expression"), 0, request.context().expecting(type), request.budget() - 2));
    }

    private static SyntaxTree constant(Expansion expansion, String form) {
        return expansion.lexicon().constant(form, expansion.choices());
    }
}
