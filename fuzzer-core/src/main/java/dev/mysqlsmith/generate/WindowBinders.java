package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Windows: named ones exist, frames begin before they end, and what is added to the key of a RANGE is of its kind. Inside of a
 * frame the expected type is the key's ({@link Type#ANY} where no offset may stand), and what a CASE would compare with tells
 * the frame's start ({@link Type#NUMBER}) from its end ({@link Type#STRING}).
 */
final class WindowBinders {
    private static final double FRAME = 0.4;
    private static final double INHERITED = 0.3;

    private WindowBinders() {}

    /** A window's definition; its name is known from then on. */
    static SyntaxTree.@Nullable Node windowDefinition(Expansion expansion, Request request) {
        String name = expansion.draft().freshWindow();
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE))
                .leaf("newWindowName", name)
                .contexts((index, symbol) -> request.context().in(Clause.WINDOWED))
                .make();
        if (node != null) {
            SyntaxTree.Node specification =
                    (SyntaxTree.Node) node.children().get(node.children().size() - 1);
            request.context()
                    .scope()
                    .windows()
                    .add(new Scope.Window(
                            name,
                            !has(specification, "orderByClause")
                                    && !has(specification, "frameClause")
                                    && !has(specification, "windowRef")));
        }
        return node;
    }

    private static boolean has(SyntaxTree.Node node, String rule) {
        return node.children().stream().anyMatch(child -> child instanceof SyntaxTree.Node inner && inner.is(rule));
    }

    /** PARTITION BY one column: a number would be taken for a position. */
    static SyntaxTree.@Nullable Node windowPartition(Expansion expansion, Request request) {
        SyntaxTree column = ExpressionParts.columnExpression(expansion, request.context());
        return column == null
                ? null
                : new Filling(
                                expansion,
                                request,
                                expansion.shape(
                                        request,
                                        request.rule().alternatives().get(0),
                                        new Plan().rounds("expression", 0)))
                        .put("expression", column)
                        .make();
    }

    /** A window that the query defines. */
    static SyntaxTree.@Nullable Node windowRef(Expansion expansion, Request request) {
        List<Scope.Window> windows = request.context().scope().windows();
        return windows.isEmpty()
                ? null
                : expansion
                        .lexicon()
                        .leaf(request.rule(), expansion.choices().pick(windows).name());
    }

    /** A plain window that is refined, or PARTITION BY; ORDER BY and a frame, which wants an order. */
    static SyntaxTree.@Nullable Node windowSpecification(Expansion expansion, Request request) {
        Context context = request.context().in(Clause.WINDOWED).expecting(Type.ANY);
        Choices choices = expansion.choices();
        Plan plan = new Plan();
        if (context.scope().own(false).isEmpty()) {
            plan.omit("windowRef").omit("windowPartition").omit("orderByClause").omit("frameClause");
            return expansion.plain(request.with(context), plan);
        }
        Optional<Scope.Window> base = choices.chance(INHERITED)
                ? context.scope().windows().stream().filter(Scope.Window::plain).findFirst()
                : Optional.empty();
        plan.include("windowRef", base.isPresent());
        if (base.isPresent()) {
            plan.omit("windowPartition");
        }
        boolean framed = choices.chance(FRAME);
        plan.include("frameClause", framed);
        return framed
                ? framed(expansion, request.with(context), plan.include("orderByClause"), base)
                : filling(expansion, request.with(context), plan, base).make();
    }

    private static Filling filling(Expansion expansion, Request request, Plan plan, Optional<Scope.Window> base) {
        Filling filling = new Filling(
                expansion,
                request,
                expansion.shape(request, request.rule().alternatives().get(0), plan));
        return base.isPresent() ? filling.leaf("windowRef", base.get().name()) : filling;
    }

    /** Offsets of a RANGE are added to its only key, of ROWS they are counts. */
    private static SyntaxTree.@Nullable Node framed(
            Expansion expansion, Request request, Plan plan, Optional<Scope.Window> base) {
        Type key = expansion.choices().oneOf(Type.ANY, Type.NUMBER, Type.TEMPORAL);
        Optional<Scope.Visible> column = key == Type.ANY ? Optional.empty() : key(expansion, request.context(), key);
        Filling filling = filling(expansion, request, plan, base);
        if (column.isPresent()) {
            filling.put("orderByClause", order(expansion, request, column.get()));
        }
        Type known = column.isPresent() ? key : Type.ANY;
        return filling.contexts((index, symbol) ->
                        symbol.name().equals("frameClause") ? request.context().expecting(known) : request.context())
                .make();
    }

    private static Optional<Scope.Visible> key(Expansion expansion, Context context, Type type) {
        List<Scope.Visible> fitting = context.scope().ofBaseTables().stream()
                .filter(visible -> isKey(visible, type))
                .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(expansion.choices().pick(fitting));
    }

    private static boolean isKey(Scope.Visible visible, Type type) {
        return switch (visible.column().type().family()) {
            case INTEGER, DECIMAL, FLOAT -> type == Type.NUMBER;
            case DATE, DATETIME -> type == Type.TEMPORAL;
            default -> false;
        };
    }

    private static SyntaxTree order(Expansion expansion, Request request, Scope.Visible column) {
        Request order = new Request(expansion.rule("orderByClause"), 0, request.context(), request.budget() - 1);
        Request item = new Request(expansion.rule("orderByItem"), 0, request.context(), request.budget() - 2);
        SyntaxTree.Node only = new Filling(
                        expansion,
                        item,
                        expansion.shape(item, item.rule().alternatives().get(0), Plan.FREE))
                .put("expression", expansion.lexicon().leaf(expansion.rule("expression"), column.sql()))
                .make();
        return Objects.requireNonNull(new Filling(
                        expansion,
                        order,
                        expansion.shape(order, order.rule().alternatives().get(0), new Plan().rounds("orderByItem", 0)))
                .put("orderByItem", only == null ? List.of() : List.of(only))
                .make());
    }

    /** ROWS count; a RANGE adds to its key, where that is known. */
    static SyntaxTree.@Nullable Node frameClause(Expansion expansion, Request request) {
        Alternative only = request.rule().alternatives().get(0);
        List<Element.Symbol> shape = expansion.shape(request, only, Plan.FREE);
        boolean range = QueryBinders.names(shape, "RANGE");
        Type key = range ? request.context().expected() : Type.NUMBER;
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> request.context().comparing(Type.BOOLEAN, key))
                .make();
    }

    /** A start alone, or start and end. */
    static SyntaxTree.@Nullable Node frameExtent(Expansion expansion, Request request) {
        return expansion.attempt(request, alternative -> extent(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node extent(Expansion expansion, Request request, Alternative alternative) {
        Context context = request.context();
        List<Element.Symbol> shape = expansion.shape(request, alternative, Plan.FREE);
        int[] bound = {0};
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> symbol.name().equals("frameBound")
                        ? context.comparing(bound[0]++ == 0 ? Type.NUMBER : Type.STRING, context.expected())
                        : context)
                .make();
    }

    /** The first bound looks back, the second ahead; no offset where there is nothing to add it to. */
    static SyntaxTree.@Nullable Node frameBound(Expansion expansion, Request request) {
        boolean start = request.context().compared() == Type.NUMBER;
        boolean offset = request.context().expected() != Type.ANY;
        return expansion.plain(
                request,
                alternative -> !offset && alternative.mentions("frameOffset") ? 0 : 1,
                new Plan().avoid(start ? "FOLLOWING" : "PRECEDING"));
    }

    /** The only bound of a frame looks back. */
    static SyntaxTree.@Nullable Node frameStart(Expansion expansion, Request request) {
        boolean offset = request.context().expected() != Type.ANY;
        return expansion.plain(
                request, alternative -> !offset && alternative.mentions("frameOffset") ? 0 : 1, Plan.FREE);
    }

    /** A count of rows, a number that is added to a key, or an interval. */
    static SyntaxTree.@Nullable Node frameOffset(Expansion expansion, Request request) {
        boolean interval = request.context().expected() == Type.TEMPORAL;
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("intervalExpression") == interval ? 1 : 0,
                alternative -> new Filling(expansion, request, expansion.shape(request, alternative, Plan.FREE))
                        .put(
                                interval ? "intervalExpression" : "numericLiteral",
                                interval ? interval(expansion) : number(expansion))
                        .make());
    }

    private static SyntaxTree number(Expansion expansion) {
        return expansion
                .lexicon()
                .leaf(
                        expansion.rule("numericLiteral"),
                        Integer.toString(expansion.choices().between(0, 5)));
    }

    private static SyntaxTree interval(Expansion expansion) {
        return expansion
                .lexicon()
                .leaf(
                        expansion.rule("intervalExpression"),
                        expansion.lexicon().values().constant("interval", expansion.choices()));
    }
}
