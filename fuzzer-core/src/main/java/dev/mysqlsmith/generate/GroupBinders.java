package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GROUP BY: what is grouped may stand in the select list from then on. */
final class GroupBinders {
    private static final double COMPUTED = 0.15;

    private GroupBinders() {}

    /** GROUP BY, WITH ROLLUP or without. */
    static SyntaxTree.@Nullable Node groupByClause(Expansion expansion, Request request) {
        return expansion.attempt(request, alternative -> {
            List<Element.Symbol> shape = expansion.shape(request, alternative, Plan.FREE);
            SyntaxTree.Node node = new Filling(expansion, request, shape).make();
            if (node != null && QueryBinders.names(shape, "ROLLUP")) {
                request.context().scope().rollUp();
            }
            return node;
        });
    }

    /** A column, now and then an expression, which the select list won't name. */
    static SyntaxTree.@Nullable Node groupingExpression(Expansion expansion, Request request) {
        Context context = request.context();
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE);
        if (expansion.choices().chance(COMPUTED)) {
            Type type = Kinds.comparable(expansion.choices());
            return new Filling(expansion, request, shape)
                    .contexts((index, symbol) -> context.expecting(type))
                    .make(QueryBinders::isNoPosition);
        }
        List<Scope.Visible> groupable = context.scope().own(true).stream()
                .filter(visible -> !Type.of(visible.column().type()).isSpatial())
                .toList();
        if (groupable.isEmpty()) {
            return null;
        }
        Scope.Visible column = expansion.choices().pick(groupable);
        context.scope().addGroup(column);
        return new Filling(expansion, request, shape)
                .put("expression", expansion.lexicon().leaf(expansion.rule("expression"), column.sql()))
                .make();
    }

    /** GROUPING(): columns that are rolled up. */
    static SyntaxTree.@Nullable Node grouping(Expansion expansion, Request request, Alternative alternative) {
        List<Scope.Visible> grouped = List.copyOf(request.context().scope().rolledUp());
        int count = 1 + expansion.choices().geometric(0.3, 2);
        List<SyntaxTree> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String column = expansion.choices().pick(grouped).sql();
            columns.add(expansion.lexicon().leaf(expansion.rule("expression"), column));
        }
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, alternative, new Plan().rounds("expression", count - 1)))
                .put("expression", columns)
                .make();
    }
}
