package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Decisions;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarView;
import dev.mysqlsmith.grammar.GrammarWalk;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
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

    private final Choices choices;
    private final Weights weights;
    private final GrammarView view;
    private final @Nullable Binder[] binders;
    private final Lexicon lexicon;
    private final Profile profile;
    private final World world;
    private final @Nullable Evenness evenness;

    Expansion(GeneratorTools tools, Choices choices, World world) {
        this.choices = choices;
        this.weights = tools.weights();
        this.view = tools.view();
        this.binders = tools.binders();
        this.lexicon = tools.lexicon();
        this.profile = tools.settings().profile();
        this.world = world;
        this.evenness = profile.has(Profile.Flag.EVENLY) ? new Evenness(view, weights) : null;
    }

    /** A number that the profile gives. */
    int size(String name) {
        return profile.size(name);
    }

    Choices choices() {
        return choices;
    }

    Lexicon lexicon() {
        return lexicon;
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
        return weights;
    }

    Rule rule(String name) {
        return view.model().rule(name);
    }

    /** A tree of the request's rule, or null. */
    SyntaxTree.@Nullable Node expand(Request request) {
        Binder binder = binders[request.rule().index()];
        Request modest = world.draft().mayGrow() ? request : request.within(0);
        return binder != null ? binder.bind(this, modest) : plain(modest);
    }

    /** A tree by the profile's weights alone. */
    SyntaxTree.@Nullable Node plain(Request request) {
        return plain(request, alternative -> 1, Plan.FREE);
    }

    /** A tree by the profile's weights, each multiplied by the alternative's {@code factor}. */
    SyntaxTree.@Nullable Node plain(Request request, ToDoubleFunction<Alternative> factor, Plan plan) {
        return attempt(request, factor, alternative -> build(request, alternative, plan));
    }

    /** Tries alternatives by weight and factor until {@code maker} makes something of one. */
    SyntaxTree.@Nullable Node attempt(Request request, ToDoubleFunction<Alternative> factor, Maker maker) {
        List<Alternative> candidates = new ArrayList<>(view.fitting(
                request.rule().alternatives(),
                request.leastPrecedence(),
                request.budget() - 1,
                evenness == null ? SLACK : 0));
        for (int i = 0; i < TRIES && !candidates.isEmpty(); i++) {
            int index = pick(candidates, factor);
            if (index < 0) {
                return null;
            }
            int mark = request.context().scope().mark();
            Draft.Mark draft = draft().mark();
            SyntaxTree.Node node = maker.make(candidates.get(index));
            if (node != null) {
                return node;
            }
            request.context().scope().backTo(mark);
            draft().backTo(draft);
            candidates.remove(index);
        }
        return null;
    }

    /** Makes a node of an alternative, or null. */
    interface Maker {
        SyntaxTree.@Nullable Node make(Alternative alternative);
    }

    /** A tree of that alternative; its children inherit the request's context. */
    SyntaxTree.@Nullable Node build(Request request, Alternative alternative, Plan plan) {
        return new Filling(this, request, shape(request, alternative, plan)).make();
    }

    /** The symbols of an alternative, its inner forks decided by the plan, else by the profile. */
    List<Element.Symbol> shape(Request request, Alternative alternative, Plan plan) {
        return new GrammarWalk(view, new Forks(plan, request.context())).shape(alternative, request.budget());
    }

    /** A tree of one symbol, or null. */
    @Nullable
    SyntaxTree child(Request parent, Element.Symbol symbol, Context context) {
        if (symbol instanceof Element.RuleReference reference) {
            return expand(new Request(reference.rule(), reference.leastPrecedence(), context, parent.budget() - 1));
        }
        return new GrammarWalk(view, new Forks(Plan.FREE, context))
                .token((Element.TokenReference) symbol, parent.rule());
    }

    private int pick(List<Alternative> candidates, ToDoubleFunction<Alternative> factor) {
        double[] weight = new double[candidates.size()];
        double total = 0;
        for (int i = 0; i < weight.length; i++) {
            Alternative candidate = candidates.get(i);
            weight[i] = weights.of(candidate)
                    * factor.applyAsDouble(candidate)
                    * (evenness == null ? 1 : evenness.factor(candidate));
            total += weight[i];
        }
        int picked = total > 0 ? choices.weighted(weight) : -1;
        if (evenness != null && picked >= 0) {
            evenness.used(candidates.get(picked));
        }
        return picked;
    }

    /** A statement begins; {@code anew} where the one before came to nothing. */
    void begin(boolean anew) {
        if (evenness != null) {
            evenness.begin(!anew);
        }
    }

    /** Inner forks: by plan, else by profile. */
    private final class Forks implements Decisions {
        private static final int MOST_ROUNDS = 6;
        private final Plan plan;
        private final Context context;

        Forks(Plan plan, Context context) {
            this.plan = plan;
            this.context = context;
        }

        @Override
        public List<Alternative> narrow(List<Alternative> alternatives) {
            return plan.leave(alternatives.stream().filter(view::isAvailable).toList());
        }

        @Override
        public Alternative choose(List<Alternative> candidates) {
            return candidates.get(Math.max(pick(candidates, alternative -> 1), 0));
        }

        @Override
        public boolean include(Element.Optional optional, boolean affordable) {
            Boolean planned = plan.included(optional);
            return planned != null
                    ? planned
                    : affordable
                            && choices.chance(evenness == null ? weights.of(optional) : evenness.probability(optional));
        }

        @Override
        public int rounds(Element.Repetition repetition, boolean affordable) {
            Integer planned = plan.rounds(repetition);
            int least = repetition.atLeastOnce() ? 1 : 0;
            return planned != null
                    ? planned
                    : affordable ? least + choices.geometric(weights.of(repetition), MOST_ROUNDS - least) : least;
        }

        @Override
        public String text(Element.TokenReference token, Rule within) {
            return lexicon.text(token, within, context, choices);
        }
    }
}
