package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on rows: {@code (a, b) = (1, 2)}, {@code ROW(a, b) IN (SELECT ..)}; else what the rule's binder makes. */
final class RowBinders implements Binder {
    private static final double ROWS = 0.02;
    private static final double SUBQUERY = 0.5;
    private static final Type[] TYPES = {Type.NUMBER, Type.STRING, Type.TEMPORAL};
    private static final double[] TYPE_WEIGHTS = {5, 3, 1};

    private final Binder single;

    /** @param single the binder of {@code predicate} and {@code booleanPrimary} for single values */
    RowBinders(Binder single) {
        this.single = single;
    }

    @Override
    public SyntaxTree.@Nullable Node bind(Expansion expansion, Request request) {
        Context context = request.context();
        if (context.expected() == Type.BOOLEAN && request.rule().name().equals("booleanPrimary")) {
            SyntaxTree.Node comparison = IndexedConditions.comparison(expansion, request);
            if (comparison != null) {
                return comparison;
            }
        }
        boolean rows = context.expected() == Type.BOOLEAN
                && request.budget() > 0
                && context.clause() != Clause.DEFINITION
                && context.clause() != Clause.LITERAL
                && expansion.choices().chance(ROWS)
                && expansion.view().isAvailable(expansion.rule("rowConstructor"));
        SyntaxTree.Node node = rows ? condition(expansion, request) : null;
        return node != null ? node : single.bind(expansion, request);
    }

    private static SyntaxTree.@Nullable Node condition(Expansion expansion, Request request) {
        List<Type> types = types(expansion.choices());
        String symbol = request.rule().name().equals("predicate") ? "predicateRest" : "comparisonOperator";
        Alternative alternative = request.rule().alternatives().stream()
                .filter(one -> Weights.names(one.body(), symbol)
                        || one.body().elements().stream()
                                .anyMatch(part -> part instanceof Element.Optional optional
                                        && Weights.names(optional.body(), symbol)))
                .findFirst()
                .orElse(null);
        if (alternative == null || alternative.precedence() < request.leastPrecedence()) {
            return null;
        }
        List<Element.Symbol> shape = expansion.shape(request, alternative, new Plan().include(symbol));
        List<SyntaxTree> children = new ArrayList<>();
        for (Element.Symbol part : shape) {
            SyntaxTree child =
                    switch (part.name()) {
                        case "predicateRest" -> in(expansion, request, types);
                        case "booleanPrimary", "bitExpression" ->
                            operand(expansion, request, part, row(expansion, request, types));
                        case "predicate" -> operand(expansion, request, part, rowOrSubquery(expansion, request, types));
                        default -> expansion.child(request, part, request.context());
                    };
            if (child == null) {
                return null;
            }
            children.add(child);
        }
        return new SyntaxTree.Node(request.rule(), children);
    }

    private static List<Type> types(Choices choices) {
        List<Type> types = new ArrayList<>();
        int count = 2 + choices.geometric(0.25, 2);
        for (int i = 0; i < count; i++) {
            types.add(TYPES[choices.weighted(TYPE_WEIGHTS)]);
        }
        return types;
    }

    private static @Nullable SyntaxTree operand(
            Expansion expansion, Request request, Element.Symbol part, SyntaxTree.@Nullable Node row) {
        return row == null ? null : expansion.lexicon().wrapping().wrap(expansion.rule(part.name()), row);
    }

    /** {@code ROW(..)} or {@code (..)}, an expression of each type. */
    private static SyntaxTree.@Nullable Node row(Expansion expansion, Request request, List<Type> types) {
        String rule = expansion.choices().chance(0.3) ? "rowConstructor" : "parenthesizedExpression";
        Request inner = new Request(expansion.rule(rule), 0, request.context(), request.budget() - 4);
        // ROW has one element before its repetition, which comes once or more often
        Plan plan = new Plan().rounds("expression", types.size() - 1);
        int[] next = {0};
        return new Filling(
                        expansion,
                        inner,
                        expansion.shape(inner, inner.rule().alternatives().get(0), plan))
                .contexts((index, symbol) -> symbol.name().equals("expression")
                        ? request.context().expecting(types.get(next[0]++))
                        : request.context())
                .make();
    }

    private static SyntaxTree.@Nullable Node rowOrSubquery(Expansion expansion, Request request, List<Type> types) {
        return maySelect(request.context()) && expansion.choices().chance(SUBQUERY / 2)
                ? query(expansion, request, "scalarSubquery", SubqueryBinders.one(expansion, types))
                : row(expansion, request, types);
    }

    private static @Nullable SyntaxTree in(Expansion expansion, Request request, List<Type> types) {
        boolean subquery = maySelect(request.context()) && expansion.choices().chance(SUBQUERY);
        String list = subquery ? "inSubquery" : "inList";
        SyntaxTree tree = subquery
                ? query(expansion, request, list, QueryTask.of(types, QueryTask.Rows.UNLIMITED))
                : rows(expansion, request, types);
        if (tree == null) {
            return null;
        }
        Request rest = new Request(expansion.rule("predicateRest"), 0, request.context(), request.budget() - 1);
        Alternative in = rest.rule().alternatives().stream()
                .filter(one -> one.mentions("IN"))
                .findFirst()
                .orElseThrow();
        return new Filling(expansion, rest, expansion.shape(rest, in, new Plan().choose(list)))
                .put(list, tree)
                .make();
    }

    private static @Nullable SyntaxTree rows(Expansion expansion, Request request, List<Type> types) {
        Request list = new Request(expansion.rule("inList"), 0, request.context(), request.budget() - 2);
        int more = 1 + expansion.choices().geometric(0.4, 3);
        List<SyntaxTree> rows = new ArrayList<>();
        for (int i = 0; i <= more; i++) {
            SyntaxTree.Node row = row(expansion, list, types);
            if (row == null) {
                return null;
            }
            rows.add(expansion.lexicon().wrapping().wrap(expansion.rule("expression"), row));
        }
        return new Filling(
                        expansion,
                        list,
                        expansion.shape(list, list.rule().alternatives().get(0), new Plan().rounds("expression", more)))
                .put("expression", rows)
                .make();
    }

    private static SyntaxTree.@Nullable Node query(Expansion expansion, Request request, String rule, QueryTask task) {
        return SubqueryBinders.nested(
                expansion, new Request(expansion.rule(rule), 0, request.context(), request.budget() - 2), task);
    }

    private static boolean maySelect(Context context) {
        return context.clause().subqueries && context.nesting() < 2 && !context.aggregate();
    }
}
