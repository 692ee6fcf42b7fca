package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Family;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Key parts that are expressions: a number computed from columns, or the elements of a JSON array. */
final class FunctionalKeys {
    private static final int SINCE = 80013;
    private static final int MULTI_VALUED_SINCE = 80017;
    private static final int BUDGET = 16;
    private static final double MULTI_VALUED = 0.4;

    private FunctionalKeys() {}

    static boolean isAvailable(Expansion expansion) {
        return expansion.world().version().number() >= SINCE;
    }

    /** An expression that is no mere column, or null. */
    static SyntaxTree.@Nullable Node keyPart(Expansion expansion, Request request) {
        TableDraft draft = expansion.draft().table();
        List<Column> documents = draft.columns().stream()
                .filter(column -> column.type().family() == Family.JSON && !column.generated())
                .toList();
        boolean elements = !documents.isEmpty()
                && !draft.isMultiValued()
                && expansion.world().version().number() >= MULTI_VALUED_SINCE
                && expansion.choices().chance(MULTI_VALUED);
        SyntaxTree.Node expression = elements
                ? elements(expansion, request, expansion.choices().pick(documents))
                : computed(expansion, request, draft);
        if (expression == null) {
            return null;
        }
        draft.multiValued(draft.isMultiValued() || elements);
        List<String> names = draft.namesIn(expression);
        draft.pin(names);
        draft.keyColumns().addAll(names);
        return expansion.attempt(
                request,
                alternative -> alternative.mentions("expression") ? 1 : 0,
                alternative -> new Filling(
                                expansion,
                                request,
                                expansion.shape(request, alternative, new Plan().include("orderDirection", !elements)))
                        .put("expression", expression)
                        .make());
    }

    /** A number of which some column is a part. */
    private static SyntaxTree.@Nullable Node computed(Expansion expansion, Request request, TableDraft draft) {
        Scope scope = Scope.top();
        scope.add(new Relation(
                "",
                draft.columns().stream()
                        .filter(column -> !column.autoIncrement() && !column.generated())
                        .toList()));
        Context context = request.context().in(scope).in(Clause.DEFINITION).expecting(Type.NUMBER);
        SyntaxTree.Node expression = expansion.expand(new Request(expansion.rule("expression"), 0, context, BUDGET));
        boolean fits = expression != null
                && expression.tokenCount() > 3
                && Conditions.isStable(expression)
                && !draft.namesIn(expression).isEmpty();
        return fits ? expression : null;
    }

    /** {@code CAST(document -> path AS type ARRAY)}; the documents in the tables have such arrays. */
    private static SyntaxTree.@Nullable Node elements(Expansion expansion, Request request, Column document) {
        boolean numbers = expansion.choices().chance(0.6);
        Request call = new Request(expansion.rule("specialFunctionCall"), 0, request.context(), request.budget() - 1);
        SyntaxTree.Node cast = expansion.attempt(
                call,
                alternative -> alternative.mentions("CAST") ? 1 : 0,
                alternative -> new Filling(
                                expansion,
                                call,
                                expansion.shape(
                                        call,
                                        alternative,
                                        new Plan().choose("castType").include("ARRAY")))
                        .leaf("expression", document.name() + "->" + (numbers ? "'$.n'" : "'$.k'"))
                        .leaf("castType", numbers ? "UNSIGNED" : "CHAR(20)")
                        .make());
        return cast == null ? null : expansion.lexicon().wrap(expansion.rule("expression"), cast);
    }
}
