package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Candidates;
import dev.mysqlsmith.grammar.Decisions;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarView;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.random.Choices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the inner forks of an alternative: by a plan, else by the profile. */
final class Forks implements Decisions {
    private static final int MOST_ROUNDS = 6;

    private final GeneratorTools tools;
    private final Weights weights;
    private final Choices choices;
    private final @Nullable Evenness evenness;
    private final Trail trail;
    private Plan plan = Plan.FREE;
    private Context context = Context.top();

    Forks(GeneratorTools tools, Choices choices, @Nullable Evenness evenness, Trail trail) {
        this.tools = tools;
        this.weights = tools.weights();
        this.choices = choices;
        this.evenness = evenness;
        this.trail = trail;
    }

    /** What holds for the next shape or token. */
    void set(Plan newPlan, Context newContext) {
        plan = newPlan;
        context = newContext;
    }

    @Override
    public @Nullable Alternative decided(Element.Block block, int budget) {
        if (!plan.decidesBlocks()) {
            return null;
        }
        List<Alternative> left = left(block, 1);
        if (left.isEmpty()) {
            left = left(block, Plan.OPEN);
        }
        if (left.isEmpty()) {
            return null;
        }
        List<Alternative> fitting = shallow(left, budget);
        Odds odds = Odds.of(fitting.size(), index -> weights.of(fitting.get(index)));
        return took(fitting.get(Math.max(odds.pick(choices), 0)));
    }

    private List<Alternative> left(Element.Block block, int said) {
        List<Alternative> left = new ArrayList<>();
        for (Alternative alternative : block.alternatives()) {
            if (tools.view().isAvailable(alternative)
                    && plan.chosen(tools.names().ofAlternative(alternative)) == said) {
                left.add(alternative);
            }
        }
        return left;
    }

    private List<Alternative> shallow(List<Alternative> alternatives, int budget) {
        GrammarView view = tools.view();
        int least = alternatives.stream().mapToInt(view::depth).min().orElse(0);
        return alternatives.stream()
                .filter(alternative -> view.depth(alternative) <= Math.max(least, budget))
                .toList();
    }

    @Override
    public Alternative choose(Candidates candidates) {
        if (evenness == null) {
            return took(candidates.get(Math.max(tools.odds().of(candidates).pick(choices), 0)));
        }
        Odds odds = tools.odds().fresh(candidates, evenness::factor);
        Alternative chosen = candidates.get(Math.max(odds.pick(choices), 0));
        evenness.used(chosen);
        return took(chosen);
    }

    private Alternative took(Alternative alternative) {
        trail.took(alternative);
        return alternative;
    }

    @Override
    public boolean include(Element.Optional optional, boolean affordable) {
        if (weights.isOff(optional)) {
            return false;
        }
        int planned = plan.included(tools.names().ofDecision(optional.id()));
        boolean there = planned != Plan.OPEN
                ? planned > 0
                : affordable
                        && choices.chance(evenness == null ? weights.of(optional) : evenness.probability(optional));
        if (there) {
            trail.took(optional.id());
        }
        return there;
    }

    @Override
    public int rounds(Element.Repetition repetition, boolean affordable) {
        int planned = plan.rounds(tools.names().ofDecision(repetition.id()));
        int least = repetition.atLeastOnce() ? 1 : 0;
        int rounds = planned != Plan.OPEN
                ? planned
                : affordable ? least + choices.geometric(weights.of(repetition), MOST_ROUNDS - least) : least;
        if (rounds > least) {
            trail.took(repetition.id());
        }
        return rounds;
    }

    @Override
    public String text(Element.TokenReference token, Rule within) {
        return tools.lexicon().text(token, within, context, choices);
    }
}
