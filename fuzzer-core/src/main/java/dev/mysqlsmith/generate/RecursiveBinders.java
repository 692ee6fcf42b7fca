package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Common table expressions that name themselves. The first column counts the rounds, and the WHERE of the second part ends
 * them; the other columns are handed on as they are, for they keep the width that the first part gave them.
 */
final class RecursiveBinders {
    private static final double RECURSIVE = 0.7;
    private static final int MOST_ROUNDS = 9;
    private static final Type[] TYPES = {Type.NUMBER, Type.STRING, Type.TEMPORAL, Type.JSON};
    private static final double[] TYPE_WEIGHTS = {5, 3, 2, 1};

    private RecursiveBinders() {}

    /** WITH; its tables learn by the expected type whether RECURSIVE was said. */
    static SyntaxTree.@Nullable Node withClause(Expansion expansion, Request request) {
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE);
        boolean recursive = QueryBinders.names(shape, "RECURSIVE");
        Context context = request.context().expecting(recursive ? Type.NUMBER : Type.ANY);
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> context)
                .make();
    }

    /** A recursive table where that is possible and chance has it, else a plain one. */
    static SyntaxTree.@Nullable Node commonTable(Expansion expansion, Request request) {
        return request.context().expected() == Type.NUMBER
                        && expansion.choices().chance(RECURSIVE)
                ? recursive(expansion, request)
                : FromBinders.commonTableExpression(expansion, request);
    }

    private static SyntaxTree.@Nullable Node recursive(Expansion expansion, Request request) {
        Context context = request.context();
        String name = expansion.draft().freshAlias();
        List<Type> types = types(expansion.choices());
        List<Column> columns = new ArrayList<>();
        List<SyntaxTree> names = new ArrayList<>();
        for (Type type : types) {
            String column = expansion.draft().freshColumn();
            columns.add(SelectListBinder.column(column, type));
            names.add(expansion.lexicon().leaf(expansion.rule("newDerivedColumnName"), column));
        }
        Relation table = new Relation(name, columns);
        QueryTask task = QueryTask.recursive(types, new Recursion(table, Recursion.Part.WHOLE));
        Context inner = context.in(context.scope().sealedInner()).nested(task).withoutTable();
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(
                                request, request.rule().alternatives().get(0), new Plan().include("derivedColumnList")))
                .leaf("newCteName", name)
                .put("derivedColumnList", FromBinders.columnList(expansion, request, names))
                .contexts((index, symbol) -> inner)
                .make();
        if (node != null) {
            context.scope().addCommonTable(table);
        }
        return node;
    }

    private static List<Type> types(Choices choices) {
        List<Type> types = new ArrayList<>(List.of(Type.NUMBER));
        for (int more = choices.geometric(0.5, 3); more > 0; more--) {
            types.add(TYPES[choices.weighted(TYPE_WEIGHTS)]);
        }
        return types;
    }

    /** {@code SELECT 1, .. UNION SELECT ..}: the body of a recursive table. */
    static SyntaxTree.@Nullable Node body(Expansion expansion, Request request, Recursion recursion) {
        Context context = request.context();
        QueryTask task = context.query();
        List<Type> types = task.types();
        int[] arm = {0};
        SyntaxTree.Node node = expansion.attempt(
                request,
                alternative -> alternative.mentions("setOperator") ? 1 : 0,
                alternative -> new Filling(expansion, request, expansion.shape(request, alternative, Plan.FREE))
                        .leaf("setOperator", "UNION")
                        .contexts((index, symbol) -> {
                            if (!symbol.name().equals("queryExpressionBody")) {
                                return context;
                            }
                            Recursion.Part part = arm[0]++ == 0 ? Recursion.Part.SEED : Recursion.Part.STEP;
                            return context.doing(QueryTask.recursive(types, new Recursion(recursion.table(), part)));
                        })
                        .make());
        task.orderBy(null);
        task.deliver(recursion.table().columns());
        return node;
    }

    /** The second part: it goes on from the rows before, and counts. */
    static SyntaxTree.@Nullable Node step(Expansion expansion, Request request, Relation table) {
        Choices choices = expansion.choices();
        Lexicon lexicon = expansion.lexicon();
        String alias = expansion.draft().freshAlias();
        List<SyntaxTree> items = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = alias + "." + column.name();
            String sql = items.isEmpty() ? name + " + 1" : name;
            items.add(lexicon.wrapping().wrap(expansion.rule("selectItem"), lexicon.expression(sql)));
        }
        String counter = alias + "." + table.columns().get(0).name();
        Request list = child(request, expansion, "selectItemList");
        Request where = child(request, expansion, "whereClause");
        Plan plan = new Plan()
                .rounds("selectOption", 0)
                .include("fromClause")
                .include("whereClause")
                .omit("optimizerHints")
                .omit("intoClause")
                .omit("groupByClause")
                .omit("havingClause")
                .omit("windowClause")
                .omit("qualifyClause");
        SyntaxTree.Node selected = new Filling(
                        expansion,
                        list,
                        expansion.shape(
                                list,
                                list.rule().alternatives().get(0),
                                new Plan().choose("selectItem").rounds("selectItem", items.size() - 1)))
                .put("selectItem", items)
                .make();
        SyntaxTree.Node condition = new Filling(
                        expansion,
                        where,
                        expansion.shape(where, where.rule().alternatives().get(0), Plan.FREE))
                .put("expression", lexicon.expression(counter + " < " + choices.between(2, MOST_ROUNDS)))
                .make();
        if (selected == null || condition == null) {
            return null;
        }
        request.context().query().orderBy(null);
        return new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .put("selectItemList", selected)
                .leaf("fromClause", "FROM " + table.alias() + " AS " + alias)
                .put("whereClause", condition)
                .make();
    }

    private static Request child(Request request, Expansion expansion, String rule) {
        return new Request(expansion.rule(rule), 0, request.context(), request.budget() - 1);
    }
}
