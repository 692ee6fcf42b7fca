package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Candidates;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarView;
import dev.mysqlsmith.grammar.GrammarWalk;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Expands rules to trees: by the rule's binder where it has one, else by a plain walk of the grammar with the profile's
 * weights. What can't be made in its context is null, and another alternative is tried.
 */
final class Expansion {
    /** How many nodes may stand one below the other in a query, and in each query inside it anew. */
    static final int QUERY_BUDGET = 60;

    private static final int TRIES = 3;
    private static final int SLACK = 2;

    /** Of odds that depend on more than is kept. */
    private static final int NO_STATE = -1;

    private final Choices choices;
    private final GeneratorTools tools;
    private final GrammarView view;
    private final @Nullable Binder[] binders;
    private final Lexicon lexicon;
    private final TableOptions tableOptions;
    private final Profile profile;
    private final World world;
    private final @Nullable Evenness evenness;
    private final Trail trail;
    private final Forks forks;
    private final GrammarWalk walk;

    Expansion(GeneratorTools tools, Choices choices, World world) {
        this.choices = choices;
        this.tools = tools;
        this.view = tools.view();
        this.binders = tools.binders();
        this.lexicon = tools.lexicon();
        this.tableOptions = tools.tableOptions();
        this.profile = tools.settings().profile();
        this.world = world;
        this.evenness = profile.has(Profile.Flag.EVENLY) ? new Evenness(view, tools.weights()) : null;
        this.trail = new Trail(view.model().alternativeCount());
        this.forks = new Forks(tools, choices, evenness, trail);
        this.walk = new GrammarWalk(view, forks);
    }

    /** A number that the profile gives. */
    int size(String name) {
        return profile.size(name);
    }

    /** A number that the profile may give. */
    int size(String name, int otherwise) {
        return profile.size(name, otherwise);
    }

    /** The context of a stored program's body, nested as deep as the profile says. */
    Context program(Context context) {
        return context.inside(profile.size("programs", 0));
    }

    /** How much more often than otherwise the profile wants a type. */
    double favour(Type type) {
        return profile.favour(type);
    }

    Choices choices() {
        return choices;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    TableOptions tableOptions() {
        return tableOptions;
    }

    World world() {
        return world;
    }

    Draft draft() {
        return world.draft();
    }

    GrammarView view() {
        return view;
    }

    Weights weights() {
        return tools.weights();
    }

    Rule rule(String name) {
        return view.model().rule(name);
    }

    /** A tree of the request's rule, or null. */
    SyntaxTree.@Nullable Node expand(Request request) {
        if (!view.isAvailable(request.rule())) {
            return null; // the profile has switched all of it off
        }
        Binder binder = binders[request.rule().index()];
        Request modest = world.draft().mayGrow() ? request : request.within(0);
        return binder != null ? binder.bind(this, modest) : plain(modest);
    }

    /** A tree by the profile's weights alone. */
    SyntaxTree.@Nullable Node plain(Request request) {
        return plain(request, Plan.FREE);
    }

    /** A tree by the profile's weights alone, its inner forks by the plan. */
    SyntaxTree.@Nullable Node plain(Request request, Plan plan) {
        return attempt(request, alternative -> build(request, alternative, plan));
    }

    /** A tree by the profile's weights, each multiplied by the alternative's {@code factor}. */
    SyntaxTree.@Nullable Node plain(Request request, ToDoubleFunction<Alternative> factor, Plan plan) {
        return attempt(request, factor, alternative -> build(request, alternative, plan));
    }

    /** The same; {@code state} stands for all that the factor depends on beside the alternative, so that it is kept. */
    SyntaxTree.@Nullable Node plain(Request request, int state, ToDoubleFunction<Alternative> factor, Plan plan) {
        return attempt(request, state, factor, alternative -> build(request, alternative, plan));
    }

    /** Tries alternatives by weight until {@code maker} makes something of one. */
    SyntaxTree.@Nullable Node attempt(Request request, Maker maker) {
        return choose(request, NO_STATE, null, maker);
    }

    /** Tries alternatives by weight and factor until {@code maker} makes something of one. */
    SyntaxTree.@Nullable Node attempt(Request request, ToDoubleFunction<Alternative> factor, Maker maker) {
        return choose(request, NO_STATE, factor, maker);
    }

    /** The same; {@code state} stands for all that the factor depends on beside the alternative, so that it is kept. */
    SyntaxTree.@Nullable Node attempt(Request request, int state, ToDoubleFunction<Alternative> factor, Maker maker) {
        return choose(request, state, factor, maker);
    }

    /** Where none that is shallow enough has a weight, deeper ones have their turn. */
    private SyntaxTree.@Nullable Node choose(
            Request request, int state, @Nullable ToDoubleFunction<Alternative> factor, Maker maker) {
        Candidates candidates = candidates(request, request.budget());
        Odds odds = odds(candidates, state, factor);
        if (odds.areNone()) {
            candidates = candidates(request, Integer.MAX_VALUE);
            odds = odds(candidates, state, factor);
        }
        return attempt(request, candidates, odds, maker);
    }

    private Odds odds(Candidates candidates, int state, @Nullable ToDoubleFunction<Alternative> factor) {
        OddsTable odds = tools.odds();
        if (evenness != null) {
            return odds.fresh(candidates, factor == null ? evenness::factor : evenly(evenness, factor));
        }
        if (factor == null) {
            return odds.of(candidates);
        }
        return state == NO_STATE ? odds.fresh(candidates, factor) : odds.of(candidates, state, factor);
    }

    private SyntaxTree.@Nullable Node attempt(Request request, Candidates candidates, Odds all, Maker maker) {
        Odds odds = all;
        for (int i = 0; i < TRIES; i++) {
            int index = odds.pick(choices);
            if (index < 0) {
                return null;
            }
            if (evenness != null) {
                evenness.used(candidates.get(index));
            }
            int mark = request.context().scope().mark();
            int before = trail.mark();
            Draft.Mark draft = draft().mark();
            trail.took(candidates.get(index));
            SyntaxTree.Node node = maker.make(candidates.get(index));
            if (node != null) {
                return node;
            }
            request.context().scope().backTo(mark);
            draft().backTo(draft);
            trail.backTo(before);
            odds = odds.without(index);
        }
        return null;
    }

    private Candidates candidates(Request request, int budget) {
        return view.fitting(request.rule(), request.leastPrecedence(), budget - 1, evenness == null ? SLACK : 0);
    }

    private static ToDoubleFunction<Alternative> evenly(Evenness evenness, ToDoubleFunction<Alternative> factor) {
        return alternative -> factor.applyAsDouble(alternative) * evenness.factor(alternative);
    }

    /** Makes a node of an alternative, or null. */
    interface Maker {
        SyntaxTree.@Nullable Node make(Alternative alternative);
    }

    /** A tree of that alternative; its children inherit the request's context. */
    SyntaxTree.@Nullable Node build(Request request, Alternative alternative, Plan plan) {
        List<Element.Symbol> shape = shape(request, alternative, plan);
        return shape.size() == 1
                ? only(request, shape.get(0), request.context())
                : new Filling(this, request, shape).make();
    }

    /** A tree of a rule that is just that symbol. */
    SyntaxTree.@Nullable Node only(Request request, Element.Symbol symbol, Context context) {
        SyntaxTree child = child(request, symbol, context);
        return child == null ? null : new SyntaxTree.Node(request.rule(), List.of(child));
    }

    /** The symbols of an alternative, its inner forks decided by the plan, else by the profile. */
    List<Element.Symbol> shape(Request request, Alternative alternative, Plan plan) {
        List<Element.Symbol> fixed = view.fixedShape(alternative);
        if (fixed != null) {
            return fixed;
        }
        forks.set(plan, request.context());
        return walk.shape(alternative, request.budget());
    }

    /** A tree of one symbol, or null. */
    @Nullable
    SyntaxTree child(Request parent, Element.Symbol symbol, Context context) {
        if (symbol instanceof Element.RuleReference reference) {
            return expand(new Request(reference.rule(), reference.leastPrecedence(), context, parent.budget() - 1));
        }
        forks.set(Plan.FREE, context);
        return walk.token((Element.TokenReference) symbol, parent.rule());
    }

    /** What was chosen for the statement so far. */
    UsedChoices used() {
        return trail.used();
    }

    /** A statement begins; {@code anew} where the one before came to nothing. */
    void begin(boolean anew) {
        trail.backTo(0);
        if (evenness != null) {
            evenness.begin(!anew);
        }
    }
}
