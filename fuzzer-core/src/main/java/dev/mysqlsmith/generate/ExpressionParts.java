package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The binders of small parts of expressions. */
final class ExpressionParts {
    private ExpressionParts() {}

    /** A reference to a column in scope. */
    static SyntaxTree.@Nullable Node columnRef(Expansion expansion, Request request) {
        Optional<Scope.Visible> column = Columns.pick(request.context(), expansion.choices());
        return column.map(visible -> expansion.lexicon().leaf(request.rule(), visible.sql()))
                .orElse(null);
    }

    /** An expression that is just a column in scope, or null. */
    static SyntaxTree.@Nullable Node columnExpression(Expansion expansion, Context context) {
        return Columns.pick(context.expecting(Type.ANY), expansion.choices())
                .map(column -> expansion.lexicon().leaf(expansion.rule("expression"), column.sql()))
                .orElse(null);
    }

    /** {@code column -> path}: the column is of JSON. */
    static SyntaxTree.@Nullable Node jsonColumnPath(Expansion expansion, Request request) {
        return expansion.plain(request.with(request.context().expecting(Type.JSON)));
    }

    /** DATE, TIME or TIMESTAMP with a text of that form. */
    static SyntaxTree.@Nullable Node temporalLiteral(Expansion expansion, Request request) {
        String form = expansion.choices().oneOf("date", "datetime", "datetime");
        String word = form.equals("date") ? "DATE " : "TIMESTAMP ";
        return expansion
                .lexicon()
                .leaf(request.rule(), word + expansion.lexicon().values().constant(form, expansion.choices()));
    }

    /** Parentheses around one expression: with more it would be a row. */
    static SyntaxTree.@Nullable Node parenthesized(Expansion expansion, Request request) {
        return expansion.plain(request, new Plan().rounds("expression", 0));
    }

    /** IN with at least two values: one alone in parentheses could be a subquery. */
    static SyntaxTree.@Nullable Node inList(Expansion expansion, Request request) {
        int more = 1 + expansion.choices().geometric(0.4, 4);
        return expansion.plain(request, new Plan().rounds("expression", more));
    }

    /** CASE: conditions are boolean or compare with the operand, results are of the expected type. */
    static SyntaxTree.@Nullable Node caseExpression(Expansion expansion, Request request) {
        Context context = request.context();
        Alternative alternative = request.rule().alternatives().get(0);
        List<Element.Symbol> shape = expansion.shape(request, alternative, Plan.FREE);
        boolean operand = shape.stream().anyMatch(symbol -> symbol.name().equals("expression"));
        Type compared = operand ? Kinds.comparable(expansion.choices()) : Type.BOOLEAN;
        Type result = context.expected() == Type.ANY ? Kinds.comparable(expansion.choices()) : context.expected();
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> switch (symbol.name()) {
                    case "expression" -> context.expecting(compared);
                    case "whenClause" -> context.comparing(compared, result);
                    default -> context.expecting(result);
                })
                .make();
    }

    /** WHEN condition THEN result. */
    static SyntaxTree.@Nullable Node whenClause(Expansion expansion, Request request) {
        Context context = request.context();
        int[] turn = {0};
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE))
                .contexts((index, symbol) -> symbol.name().equals("expression") && turn[0]++ == 0
                        ? context.expecting(context.compared())
                        : context)
                .make();
    }

    /** CAST and CONVERT: what is cast has a type that can become the target's. */
    static SyntaxTree.@Nullable Node castType(Expansion expansion, Request request, Typing typing) {
        Type expected = request.context().expected();
        return expansion.plain(
                request,
                expected.ordinal(),
                alternative -> {
                    Typing.Signature signature = typing.of(alternative);
                    return signature != null
                                    && Kinds.type(signature.result(), Type.ANY).serves(expected)
                            ? 1
                            : 0;
                },
                new Plan().omit("characterSetOption"));
    }

    /** An aggregate function, over a window or not, as the clause allows. */
    static SyntaxTree.@Nullable Node aggregateCall(Expansion expansion, Request request) {
        Context context = request.context();
        boolean plain = context.clause().aggregates && context.scope().isGrouped();
        boolean over = context.clause().windows
                && expansion.world().version().number() >= 80002
                && (!plain || expansion.choices().chance(0.2));
        if (!plain && !over) {
            return null;
        }
        Plan plan = new Plan().include("overClause", over);
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), plan);
        if (over && !QueryBinders.names(shape, "overClause")) {
            return null; // the profile has switched windows off
        }
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> over ? context.in(Clause.WINDOWED) : context)
                .make();
    }
}
