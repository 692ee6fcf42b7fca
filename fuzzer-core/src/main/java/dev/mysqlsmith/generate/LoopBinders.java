package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IF, CASE, and loops that end: each counts its rounds in a variable that nothing else sets. */
final class LoopBinders {
    private static final List<String> LOOPS = List.of("loopStatement", "repeatStatement", "whileStatement");
    private static final int MOST_ROUNDS = 4;
    private static final double LABEL = 0.5;

    private LoopBinders() {}

    /** IF and CASE: conditions are boolean, or values of one type. */
    static SyntaxTree.@Nullable Node branch(Expansion expansion, Request request) {
        Context context = request.context();
        Request cheap = request.with(context.expecting(Type.BOOLEAN));
        boolean isCase = request.rule().name().equals("caseStatement");
        boolean value = isCase && expansion.choices().chance(0.4);
        Plan plan = new Plan()
                .rounds("ELSEIF", expansion.choices().geometric(0.2, 2))
                .rounds("WHEN", 1 + expansion.choices().geometric(0.3, 2))
                .include("expression", value)
                .include("ELSE", isCase || expansion.choices().chance(0.5));
        Type compared = value ? Kinds.comparable(expansion.choices()) : Type.BOOLEAN;
        return Filling.of(expansion, cheap, plan)
                .contexts((index, symbol) -> symbol.name().equals("expression") ? context.expecting(compared) : context)
                .make();
    }

    /** LOOP, REPEAT and WHILE. */
    static SyntaxTree.@Nullable Node loop(Expansion expansion, Request request) {
        return loop(expansion, request, null);
    }

    /** Some loop that begins each round with a FETCH. */
    static SyntaxTree fetching(Expansion expansion, Context context, DeclarationMaker.Cursor cursor) {
        Request request =
                new Request(expansion.rule(expansion.choices().pick(LOOPS)), 0, context, Expansion.QUERY_BUDGET);
        SyntaxTree.Node loop = loop(expansion, request, cursor);
        return loop == null ? BodyBinders.nothing(expansion, request) : BodyBinders.wrapped(expansion, loop);
    }

    private static SyntaxTree.@Nullable Node loop(
            Expansion expansion, Request request, DeclarationMaker.@Nullable Cursor cursor) {
        ProgramDraft program = expansion.draft().program();
        if (program == null || program.blocks().isEmpty()) {
            return null;
        }
        boolean endless = request.rule().name().equals("loopStatement");
        boolean until = request.rule().name().equals("repeatStatement");
        boolean labelled = endless || expansion.choices().chance(LABEL);
        String counter = program.fresh("n");
        String label = program.fresh("b");
        int rounds = expansion.choices().between(1, MOST_ROUNDS);
        program.blocks().element().counters().add(counter);
        if (labelled) {
            program.labels().push(new ProgramDraft.Label(label, true));
        }
        Context context = request.context();
        List<SyntaxTree> given = new ArrayList<>();
        given.add(BodyBinders.set(expansion, context, counter, counter + " + 1"));
        if (endless || until && labelled) { // ITERATE begins the next round without a look at UNTIL
            given.add(leaveAfter(expansion, context, counter + " > " + rounds, label));
        }
        if (cursor != null) {
            given.add(cursor.fetch(expansion, context));
        }
        SyntaxTree body =
                BodyBinders.list(expansion, context, given, expansion.choices().between(cursor == null ? 1 : 0, 2));
        if (labelled) {
            program.labels().pop();
        }
        Alternative alternative = request.rule().alternatives().stream()
                .filter(one -> one.mentions("label") == labelled)
                .findFirst()
                .orElseThrow();
        Filling filling = Filling.of(expansion, request, alternative, Plan.FREE).put("bodyStatements", body);
        if (!endless) {
            filling.put("expression", expansion.lexicon().expression(counter + (until ? " >= " : " < ") + rounds));
        }
        return (labelled ? labelled(expansion, filling, request, label) : filling).make();
    }

    /** The statement's label, before it and perhaps behind it. */
    static Filling labelled(Expansion expansion, Filling filling, Request request, String label) {
        Request before = new Request(expansion.rule("label"), 0, request.context(), 0);
        return filling.put(
                        "label",
                        Filling.of(expansion, before, Plan.FREE)
                                .leaf("newLabelName", label)
                                .made())
                .leaf("labelRef", label);
    }

    private static SyntaxTree leaveAfter(Expansion expansion, Context context, String condition, String label) {
        Request leave = new Request(expansion.rule("leaveStatement"), 0, context, 0);
        SyntaxTree.Node left = BodyBinders.wrapped(
                expansion,
                Filling.of(expansion, leave, Plan.FREE).leaf("labelRef", label).made());
        Request request = new Request(expansion.rule("ifStatement"), 0, context, 0);
        return BodyBinders.wrapped(
                expansion,
                Filling.of(expansion, request, new Plan().rounds("ELSEIF", 0).omit("ELSE"))
                        .put("expression", expansion.lexicon().expression(condition))
                        .put("bodyStatements", BodyBinders.list(expansion, context, List.of(left), 0))
                        .made());
    }

    /** A label that can be left here. */
    static SyntaxTree.@Nullable Node leave(Expansion expansion, Request request) {
        return jump(expansion, request, false);
    }

    /** A loop that can go on with its next round here. */
    static SyntaxTree.@Nullable Node iterate(Expansion expansion, Request request) {
        return jump(expansion, request, true);
    }

    private static SyntaxTree.@Nullable Node jump(Expansion expansion, Request request, boolean loops) {
        ProgramDraft program = expansion.draft().program();
        if (program == null) {
            return null;
        }
        List<ProgramDraft.Label> labels = program.labels().stream()
                .filter(label -> label.loop() || !loops)
                .toList();
        return labels.isEmpty()
                ? null
                : Filling.of(expansion, request, Plan.FREE)
                        .leaf("labelRef", expansion.choices().pick(labels).name())
                        .make();
    }
}
