package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON_TABLE and what it shares with JSON_VALUE: columns with types, and what stands for what is missing. */
final class JsonTableBinders {
    private static final Type[] TYPES = {Type.NUMBER, Type.STRING, Type.TEMPORAL, Type.JSON};
    private static final double[] TYPE_WEIGHTS = {4, 4, 2, 1};
    private static final double RETURNING = 0.3;

    private JsonTableBinders() {}

    /** A document, often one of the tables before it, as a table. */
    static SyntaxTree.@Nullable Node jsonTable(Expansion expansion, Request request) {
        Context context = request.context();
        QueryTask columns = QueryTask.free();
        String alias = expansion.draft().freshAlias();
        SyntaxTree.Node node = new Filling(
                        expansion,
                        request,
                        expansion.shape(request, request.rule().alternatives().get(0), Plan.FREE))
                .leaf("jsonPath", constant("rowpath", expansion))
                .leaf("newTableAlias", alias)
                .contexts((index, symbol) -> symbol.name().equals("expression")
                        ? context.in(Clause.DEFINITION).expecting(Type.JSON) // no subqueries here
                        : context.in(Clause.LITERAL).doing(columns))
                .make();
        if (node != null) {
            context.scope().add(new Relation(alias, columns.output()));
        }
        return node;
    }

    /** A column of it; NESTED has some of its own. */
    static SyntaxTree.@Nullable Node column(Expansion expansion, Request request) {
        return expansion.attempt(request, alternative -> column(expansion, request, alternative));
    }

    private static SyntaxTree.@Nullable Node column(Expansion expansion, Request request, Alternative alternative) {
        if (alternative.mentions("NESTED")) {
            return expansion.build(request, alternative, Plan.FREE);
        }
        Choices choices = expansion.choices();
        boolean typed = alternative.mentions("dataType") && !alternative.mentions("EXISTS");
        Type type = typed ? TYPES[choices.weighted(TYPE_WEIGHTS)] : Type.NUMBER;
        String name = expansion.draft().freshColumn();
        Plan plan = type == Type.STRING ? new Plan() : new Plan().omit("COLLATE");
        List<Element.Symbol> shape = expansion.shape(request, alternative, plan);
        SyntaxTree.Node node = new Filling(expansion, request, shape)
                .leaf("newDerivedColumnName", name)
                .leaf("dataType", constant("jsoncolumn:" + type.word(), expansion))
                .contexts((index, symbol) -> request.context().expecting(type))
                .make();
        QueryTask columns = request.context().query();
        List<Column> all = new ArrayList<>(columns.output());
        all.add(SelectListBinder.column(name, type));
        columns.deliver(all);
        return node;
    }

    /** DEFAULT ..: JSON as text in JSON_TABLE, a value of the type in JSON_VALUE. */
    static SyntaxTree.@Nullable Node defaultValue(Expansion expansion, Request request) {
        Context context = request.context();
        String form = context.clause() == Clause.LITERAL ? "tabledefault:" : "valuedefault:";
        return expansion
                .lexicon()
                .leaf(request.rule(), constant(form + context.expected().word(), expansion));
    }

    /** JSON_VALUE: a text, unless it says what it returns. */
    static SyntaxTree.@Nullable Node jsonValue(Expansion expansion, Request request) {
        Context context = request.context();
        Type wanted =
                switch (context.expected()) {
                    case BOOLEAN, NUMBER -> Type.NUMBER;
                    case TEMPORAL, JSON -> context.expected();
                    default -> Type.STRING;
                };
        boolean returning = wanted != Type.STRING || expansion.choices().chance(RETURNING);
        Plan plan = new Plan().include("castType", returning);
        if (returning && wanted == Type.JSON) {
            plan.omit("jsonOnEmpty").omit("jsonOnError");
        }
        List<Element.Symbol> shape =
                expansion.shape(request, request.rule().alternatives().get(0), plan);
        return new Filling(expansion, request, shape)
                .contexts((index, symbol) -> symbol.name().equals("simpleExpression")
                        ? context.expecting(Type.JSON)
                        : context.expecting(wanted).in(Clause.CONSTANT))
                .make();
    }

    private static String constant(String form, Expansion expansion) {
        return expansion.lexicon().values().constant(form, expansion.choices());
    }
}
