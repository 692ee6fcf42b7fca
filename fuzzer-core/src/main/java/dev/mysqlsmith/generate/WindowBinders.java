package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Windows: named ones exist, frames begin before they end. */
final class WindowBinders {
    private static final int MOST_ROWS = 6;

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
            request.context().scope().windows().add(name);
        }
        return node;
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
        List<String> windows = request.context().scope().windows();
        return windows.isEmpty()
                ? null
                : expansion.lexicon().leaf(request.rule(), expansion.choices().pick(windows));
    }

    /** PARTITION BY, ORDER BY and a frame; a frame wants an order. */
    static SyntaxTree.@Nullable Node windowSpecification(Expansion expansion, Request request) {
        Context context = request.context().in(Clause.WINDOWED);
        boolean columns = !context.scope().own(false).isEmpty();
        Plan plan = new Plan().omit("windowRef");
        if (!columns) {
            plan.omit("windowPartition").omit("orderByClause").omit("frameClause");
            return expansion.plain(request.with(context.expecting(Type.ANY)), plan);
        }
        boolean frame = expansion.choices().chance(0.35);
        plan.include("frameClause", frame);
        if (frame) {
            plan.include("orderByClause");
        }
        return expansion.plain(request.with(context.expecting(Type.ANY)), plan);
    }

    /** A frame of rows; one of a range only where no offset would have to be added to the order's key. */
    static SyntaxTree.@Nullable Node frameExtent(Expansion expansion, Request request) {
        return expansion.attempt(request, alternative -> extent(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node extent(Expansion expansion, Request request, Alternative alternative) {
        List<Element.Symbol> shape = expansion.shape(request, alternative, Plan.FREE);
        int[] bound = {0};
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> symbol.name().equals("frameBound")
                        ? request.context().expecting(bound[0]++ == 0 ? Type.NUMBER : Type.STRING)
                        : request.context())
                .make();
    }

    /** The first bound looks back, the second ahead; {@link #extent} tells which by the expected type. */
    static SyntaxTree.@Nullable Node frameBound(Expansion expansion, Request request) {
        boolean start = request.context().expected() == Type.NUMBER;
        return expansion.plain(request, new Plan().avoid(start ? "FOLLOWING" : "PRECEDING"));
    }

    /** How many rows away a bound is: servers take whole numbers that are not negative. */
    static SyntaxTree.@Nullable Node frameOffset(Expansion expansion, Request request) {
        return expansion
                .lexicon()
                .leaf(request.rule(), Integer.toString(expansion.choices().below(MOST_ROWS)));
    }
}
