package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The select list: as many columns of the types that are wanted, each with a name. */
final class SelectListBinder implements Binder {
    private static final int MOST_COLUMNS = 5;
    private static final double STAR = 0.08;
    private static final double ASSIGNMENT = 0.01;

    /** How many nodes may stand one below the other in an expression that is given. */
    private static final int DEPTH = 20;

    private static final Type[] TYPES = {
        Type.NUMBER,
        Type.STRING,
        Type.TEMPORAL,
        Type.BOOLEAN,
        Type.JSON,
        Type.BYTES,
        Type.GEOMETRY,
        Type.POINT,
        Type.LINE,
        Type.POLYGON,
        Type.COLLECTION,
        Type.EARTH,
        Type.ANYWHERE
    };
    private static final double[] TYPE_WEIGHTS = {9, 6, 4, 2, 1.2, 0.4, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05};

    /** Types for the columns of a query that may choose. */
    static List<Type> freeTypes(Expansion expansion) {
        Choices choices = expansion.choices();
        double[] weights = new double[TYPES.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = TYPE_WEIGHTS[i] * expansion.favour(TYPES[i]);
        }
        List<Type> types = new ArrayList<>();
        int count = 1 + choices.geometric(0.5, MOST_COLUMNS - 1);
        for (int i = 0; i < count; i++) {
            types.add(TYPES[choices.weighted(weights)]);
        }
        return types;
    }

    /** A column of a query's result. */
    static Column column(String name, Type type) {
        Family family =
                switch (type) {
                    case BOOLEAN, NUMBER, ANY -> Family.DECIMAL;
                    case STRING -> Family.TEXT;
                    case BYTES -> Family.BLOB;
                    case TEMPORAL -> Family.DATETIME;
                    case JSON -> Family.JSON;
                    case GEOMETRY, POINT, LINE, POLYGON, COLLECTION, EARTH, ANYWHERE -> Family.GEOMETRY;
                };
        String declared = type.isSpatial() ? type.spatialName() : family.name();
        return new Column(name, ColumnType.of(family, declared), true, false, false, true);
    }

    @Override
    public SyntaxTree.@Nullable Node bind(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask task = context.query();
        List<Type> wanted = task.wanted();
        boolean star = wanted == null
                && context.nesting() == 0
                && !context.scope().isGrouped()
                && !context.scope().relations().isEmpty()
                && expansion.choices().chance(STAR);
        List<Type> types = star ? List.of() : wanted != null ? wanted : freeTypes(expansion);
        Plan plan = new Plan().choose(star ? "*" : "selectItem").rounds("selectItem", Math.max(0, types.size() - 1));
        List<Column> columns = new ArrayList<>();
        int[] next = {0};
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), plan))
                .contexts((index, symbol) -> {
                    if (!symbol.name().equals("selectItem")) {
                        return context;
                    }
                    Type type = types.get(next[0]++);
                    columns.add(column(expansion.draft().freshColumn(), type));
                    task.deliver(columns);
                    return context.expecting(type);
                })
                .make();
        return node;
    }

    private static boolean isList(Clause clause) {
        return clause == Clause.SELECT_LIST || clause == Clause.PLAIN_LIST;
    }

    /** One expression with the name that its list has given it. */
    static SyntaxTree.@Nullable Node selectItem(Expansion expansion, Request request) {
        List<Column> columns = request.context().query().output();
        if (columns.isEmpty() || !isList(request.context().clause())) {
            return expansion.plain(
                    request,
                    0,
                    alternative -> alternative.mentions("expression") ? 1 : 0,
                    new Plan().omit("newColumnAlias"));
        }
        String name = columns.get(columns.size() - 1).name();
        return expansion.attempt(request, 0, alternative -> alternative.mentions("expression") ? 1 : 0, alternative -> {
            List<SyntaxTree> given = given(expansion, request.context(), columns.size());
            return given == null
                    ? null
                    : new Filling(
                                    expansion,
                                    request,
                                    expansion.shape(request, alternative, new Plan().include("newColumnAlias")))
                            .leaf("newColumnAlias", Objects.requireNonNull(name))
                            .put("expression", given)
                            .contexts((index, symbol) -> symbol.name().equals("expression")
                                    ? request.context().doing(QueryTask.free())
                                    : request.context())
                            .make();
        });
    }

    /**
     * A recursive table counts from a small number; a query that owes an aggregate begins with it; a value may be kept in a
     * variable; else the expression is to be made. Null where it can't be.
     */
    private static @Nullable List<SyntaxTree> given(Expansion expansion, Context context, int column) {
        Lexicon lexicon = expansion.lexicon();
        if (context.query().owesAggregate() && column == 1) {
            return made(expansion, "aggregateCall", context.in(Clause.GROUPS));
        }
        if (context.query().recursion() != null && column == 1) {
            String first = Integer.toString(expansion.choices().between(0, 2));
            return List.of(lexicon.leaf(expansion.rule("expression"), first));
        }
        if (context.clause() != Clause.SELECT_LIST
                || context.expected().isSpatial()
                || !expansion.choices().chance(ASSIGNMENT)
                || !expansion.view().isAvailable(expansion.rule("userVariableAssignment"))) {
            return List.of();
        }
        List<SyntaxTree> assignment = made(expansion, "userVariableAssignment", context);
        return assignment == null ? List.of() : assignment;
    }

    /** An expression that is of that rule alone, or null. */
    private static @Nullable List<SyntaxTree> made(Expansion expansion, String rule, Context context) {
        SyntaxTree.Node node =
                expansion.expand(new Request(expansion.rule(rule), 0, context.doing(QueryTask.free()), DEPTH));
        return node == null ? null : List.of(expansion.lexicon().wrapping().wrap(expansion.rule("expression"), node));
    }
}
