package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of expressions: alternatives are weighed by whether what they give fits what is expected and whether they are
 * allowed in this clause; their operands are expected to be of the types that {@code typing.txt} says.
 */
final class ExpressionBinder implements Binder {
    /** The rules that this binder is for. */
    static final List<String> RULES = List.of(
            "expression",
            "booleanPrimary",
            "predicate",
            "predicateRest",
            "bitExpression",
            "multiplicativeExpression",
            "intervalExpression",
            "simpleExpression",
            "literal",
            "specialFunctionCall",
            "substringArguments",
            "aggregateFunction",
            "windowFunctionCall");

    private static final Set<String> OPERANDS = Set.of(
            "expression",
            "booleanPrimary",
            "predicate",
            "predicateRest",
            "bitExpression",
            "multiplicativeExpression",
            "simpleExpression",
            "quantifiedSubquery",
            "substringArguments",
            "trimArguments",
            "literal",
            "columnRef",
            "parenthesizedExpression",
            "scalarSubquery",
            "functionCall",
            "specialFunctionCall",
            "aggregateCall",
            "windowFunctionCall",
            "caseExpression",
            "jsonValueCall");
    private static final double MISFIT = 0.01;
    private static final double WANTED = 6;
    private static final double CONSTANT_KEY = 0.85;
    private static final double LOOSE_CAST = 0.25;
    private static final int REDRAWS = 2;

    private static final Plan STRICT = new Plan().omit("IS").omit("predicateRest");
    private static final Plan COMPARED = new Plan().include("predicateRest");
    private static final Plan ALL_ROWS = new Plan().omit("DISTINCT");

    private final Typing typing;

    /** By an alternative's id: the {@link Allowance}s that it wants. */
    private final int[] wanted;

    /** By a rule's index: those that any of its alternatives wants. */
    private final int[] wantedOfRule;

    private final BitSet grouping;
    private final BitSet objects;

    ExpressionBinder(Typing typing) {
        GrammarModel model = GrammarModel.mysql();
        this.typing = typing;
        this.wanted = new int[model.alternativeCount()];
        this.wantedOfRule =
                new int[1 + model.rules().stream().mapToInt(Rule::index).max().orElse(0)];
        for (String name : RULES) {
            Rule rule = model.rule(name);
            for (Alternative alternative : rule.alternatives()) {
                wanted[alternative.id()] = Allowance.wanted(alternative);
                wantedOfRule[rule.index()] |= wanted[alternative.id()];
            }
        }
        this.grouping = mentioning("GROUPING");
        this.objects = mentioning("JSON_OBJECTAGG");
    }

    private static BitSet mentioning(String symbol) {
        BitSet ids = new BitSet();
        for (String name : RULES) {
            for (Alternative alternative : GrammarModel.mysql().rule(name).alternatives()) {
                ids.set(alternative.id(), alternative.mentions(symbol));
            }
        }
        return ids;
    }

    @Override
    public SyntaxTree.@Nullable Node bind(Expansion expansion, Request request) {
        Context context = request.context();
        boolean mayGrow = request.budget() > 0;
        int met = Allowance.met(wantedOfRule[request.rule().index()], context);
        int state = 2 * context.expected().ordinal() + (mayGrow ? 1 : 0);
        return expansion.attempt(
                request,
                state << Allowance.COUNT | met,
                alternative -> (mayGrow || ends(alternative)) && (wanted[alternative.id()] & ~met) == 0
                        ? fit(alternative, context.expected())
                        : 0,
                alternative -> worthwhile(expansion, request, alternative));
    }

    /** A column that is compared with itself says little, and most plans of a query that asks for it are that there is no row. */
    private SyntaxTree.@Nullable Node worthwhile(Expansion expansion, Request request, Alternative alternative) {
        SyntaxTree.Node node = build(expansion, request, alternative);
        for (int i = 0; i < REDRAWS && node != null && comparesColumnWithItself(node); i++) {
            node = build(expansion, request, alternative);
        }
        return node;
    }

    private static boolean comparesColumnWithItself(SyntaxTree.Node node) {
        List<SyntaxTree> children = node.children();
        return children.size() == 3
                && node.is("booleanPrimary")
                && children.get(0) instanceof SyntaxTree.Node left
                && children.get(2) instanceof SyntaxTree.Node right
                && left.core().is("columnRef")
                && left.core().equals(right.core());
    }

    private SyntaxTree.@Nullable Node build(Expansion expansion, Request request, Alternative alternative) {
        Context context = request.context();
        if (grouping.get(alternative.id())) {
            return GroupBinders.grouping(expansion, request, alternative);
        }
        Typing.Signature signature = typing.of(alternative);
        List<Element.Symbol> shape = expansion.shape(request, alternative, plan(expansion, request));
        boolean rest = shape.size() > 1 && shape.get(shape.size() - 1).name().equals("predicateRest");
        Context inside = inside(request);
        if (shape.size() == 1 && (signature == null || signature.operand(0).equals("same"))) {
            return expansion.only(request, shape.get(0), inside);
        }
        Type one = rest
                        || context.expected() == Type.ANY
                        || signature != null && !signature.result().equals("T")
                ? Columns.comparable(context, expansion.choices())
                : context.expected();
        boolean keyed = objects.get(alternative.id()) && expansion.choices().chance(CONSTANT_KEY);
        int[] operand = {keyed ? 1 : 0};
        Filling filling = new Filling(expansion, request, shape);
        if (keyed) {
            filling.put("expression", key(expansion));
        }
        return filling.contexts((index, symbol) -> {
                    if (!OPERANDS.contains(symbol.name())) {
                        return inside;
                    }
                    if (rest) {
                        return inside.expecting(one);
                    }
                    return signature == null
                            ? inside
                            : operandContext(inside, signature.operand(operand[0]++), one, expansion);
                })
                .make();
    }

    private static Plan plan(Expansion expansion, Request request) {
        Context context = request.context();
        return switch (request.rule().name()) {
            case "expression", "predicate" ->
                switch (context.expected()) {
                    case BOOLEAN -> expansion.choices().chance(0.45) ? COMPARED : Plan.FREE;
                    case ANY, NUMBER -> Plan.FREE;
                    default -> STRICT;
                };
            case "aggregateFunction" -> context.clause() == Clause.WINDOWED ? ALL_ROWS : Plan.FREE;
            default -> Plan.FREE;
        };
    }

    /** A member's name, which must not be NULL. */
    private static SyntaxTree key(Expansion expansion) {
        return expansion.lexicon().constant(expansion.lexicon().values().constant("key", expansion.choices()));
    }

    private static Context inside(Request request) {
        Context context = request.context();
        return switch (request.rule().name()) {
            case "aggregateFunction" -> context.clause() == Clause.WINDOWED ? context : context.inAggregate();
            case "windowFunctionCall" -> context.in(Clause.WINDOWED);
            default -> context;
        };
    }

    private static Context operandContext(Context context, String kind, Type one, Expansion expansion) {
        return switch (kind) {
            case "same" -> context;
            case "T" -> context.expecting(one);
            case "castable" -> context.expecting(castable(context.expected(), expansion.choices()));
            case "small" -> context.expecting(Type.NUMBER);
            case "any" -> context.expecting(Kinds.comparable(expansion.choices()));
            default -> context.expecting(Kinds.type(kind, one));
        };
    }

    /** What can become a value of that type; numbers and texts come of many things, with warnings. */
    private static Type castable(Type wanted, Choices choices) {
        boolean loose = wanted == Type.NUMBER || wanted == Type.STRING;
        return loose && choices.chance(LOOSE_CAST) ? Kinds.comparable(choices) : wanted;
    }

    /** Whether a statement that is large enough can end with it: what passes through to a constant or a column. */
    private static boolean ends(Alternative alternative) {
        return switch (alternative.rule().name()) {
            case "expression", "booleanPrimary", "predicate", "bitExpression" -> alternative.index() == 0;
            case "simpleExpression" -> alternative.mentions("literal") || alternative.mentions("columnRef");
            default -> true;
        };
    }

    private double fit(Alternative alternative, Type expected) {
        Typing.Signature signature = typing.of(alternative);
        if (expected.isSpatial()
                && alternative.rule().name().equals("aggregateFunction")
                && !alternative.mentions("ST_COLLECT")) {
            return 0;
        }
        if (signature == null
                || signature.result().equals("same")
                || signature.result().equals("T")) {
            return signature != null && signature.result().equals("T") && !expected.isComparable() ? 0 : 1;
        }
        if (signature.result().equals("text")) {
            return expected.isSpatial() ? 0 : expected == Type.STRING || !expected.isComparable() ? 1 : 0.3;
        }
        Type result = Kinds.type(signature.result(), expected);
        if (expected == Type.ANY) {
            return result == Type.BOOLEAN ? 0.3 : 1;
        }
        if (result == expected) {
            boolean connective = alternative.rule().name().equals("expression");
            return expected == Type.BOOLEAN && !connective ? WANTED : 1;
        }
        if (result.serves(expected)) {
            return expected == Type.NUMBER ? 0.15 : 0.6;
        }
        boolean text = expected == Type.STRING && result == Type.BYTES;
        return !text
                        && expected.isComparable()
                        && expected != Type.TEMPORAL
                        && result.isComparable()
                        && result != Type.TEMPORAL
                ? MISFIT
                : 0;
    }
}
