package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** BEGIN .. END: what it declares, a cursor's life, handlers that take what fails. */
final class BlockBinders {
    private static final double CATCHING = 0.9;
    private static final double CURSOR = 0.35;
    private static final double LABEL = 0.3;
    private static final int MOST_VARIABLES = 3;
    private static final int MOST_STATEMENTS = 4;

    private BlockBinders() {}

    /** BEGIN .. END. */
    static SyntaxTree.@Nullable Node compound(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        if (program == null) {
            return null;
        }
        boolean labelled = expansion.choices().chance(LABEL);
        ProgramDraft.Label label = new ProgramDraft.Label(program.fresh("b"), false);
        ProgramDraft.Block block = new ProgramDraft.Block(expansion.choices().chance(CATCHING));
        program.blocks().push(block);
        boolean left = labelled && !endsInReturn(program);
        if (left) {
            program.labels().push(label);
        }
        SyntaxTree.Node node = body(expansion, request, program, labelled ? label.name() : "");
        if (left) {
            program.labels().pop();
        }
        program.blocks().pop();
        return node;
    }

    private static SyntaxTree.@Nullable Node body(
            Expansion expansion, Request request, ProgramDraft program, String label) {
        DeclarationMaker declarations = new DeclarationMaker(expansion, request.context(), program);
        List<SyntaxTree> declared = new ArrayList<>();
        int variables = expansion.choices().between(program.isOutermost() ? 1 : 0, MOST_VARIABLES);
        for (int i = 0; i < variables; i++) {
            declared.add(declarations.variable());
        }
        Scope scope = request.context().scope().inner();
        scope.add(new Relation("", program.blocks().element().variables()));
        Context inner = request.context().in(scope);
        declarations.in(inner);
        Optional<DeclarationMaker.Cursor> cursor =
                program.mayRead() && expansion.choices().chance(CURSOR)
                        ? declarations.cursor(program.blocks().element().variables())
                        : Optional.empty();
        declarations.condition();
        SyntaxTree statements = statements(expansion, inner, program, cursor.orElse(null));
        List<SyntaxTree> handlers = declarations.handlers(cursor.isPresent());
        declared.addAll(declarations.counters());
        declared.addAll(declarations.conditions());
        cursor.ifPresent(one -> declared.add(one.declaration()));
        declared.addAll(handlers);
        Alternative alternative = request.rule().alternatives().stream()
                .filter(one -> one.mentions("label") != label.isEmpty())
                .findFirst()
                .orElseThrow();
        Plan plan = new Plan().rounds("declaration", declared.size()).include("bodyStatements");
        Filling filling = Filling.of(expansion, request, alternative, plan)
                .put("declaration", declared)
                .put("bodyStatements", statements);
        return (label.isEmpty() ? filling : LoopBinders.labelled(expansion, filling, request, label)).make();
    }

    private static SyntaxTree statements(
            Expansion expansion, Context context, ProgramDraft program, DeclarationMaker.@Nullable Cursor cursor) {
        List<SyntaxTree> given = new ArrayList<>();
        if (cursor != null) {
            given.add(cursor.statement(expansion, context, "openStatement"));
            given.add(LoopBinders.fetching(expansion, context, cursor));
            given.add(cursor.statement(expansion, context, "closeStatement"));
        }
        int more = expansion.choices().between(given.isEmpty() ? 1 : 0, MOST_STATEMENTS);
        if (!endsInReturn(program)) {
            return BodyBinders.list(expansion, context, given, more);
        }
        SyntaxTree.Node most = BodyBinders.list(expansion, context, given, more);
        List<SyntaxTree> all = new ArrayList<>(most.children("bodyStatement"));
        SyntaxTree.Node last =
                expansion.expand(new Request(expansion.rule("returnStatement"), 0, context, Expansion.QUERY_BUDGET));
        if (last != null) {
            all.add(BodyBinders.wrapped(expansion, last));
        }
        return BodyBinders.list(expansion, context, all, 0);
    }

    /** Whether the block is a function's body, which nothing may leave without RETURN. */
    private static boolean endsInReturn(ProgramDraft program) {
        return program.kind() == ProgramKind.FUNCTION && program.isOutermost();
    }

    /** RETURN of what the function gives. */
    static SyntaxTree.@Nullable Node returnStatement(Expansion expansion, Request request) {
        ProgramDraft program = expansion.draft().program();
        if (program == null || program.result() == null) {
            return null;
        }
        Column result = new Column("", program.result(), !program.inHandler(), false, false, true);
        return Filling.of(expansion, request, Plan.FREE)
                .put("expression", BodyBinders.value(expansion, request.context(), result))
                .make();
    }
}
