package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Candidates;
import dev.mysqlsmith.grammar.GrammarView;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Odds that were worked out once, by candidates and by the state that a binder's factors depend on. */
final class OddsTable {
    private final Weights weights;
    private final @Nullable Odds[] plain;
    private final @Nullable Odds[][] byState;

    OddsTable(GrammarView view, Weights weights) {
        this.weights = weights;
        this.plain = new Odds[view.candidatesCount()];
        this.byState = new Odds[view.candidatesCount()][0];
    }

    /** By the profile alone. */
    Odds of(Candidates candidates) {
        Odds odds = plain[candidates.id()];
        if (odds == null) {
            odds = Odds.of(candidates, weights);
            plain[candidates.id()] = odds;
        }
        return odds;
    }

    /** By the profile and {@code factor}; {@code state} stands for all that the factor depends on beside the alternative. */
    Odds of(Candidates candidates, int state, ToDoubleFunction<Alternative> factor) {
        @Nullable Odds[] known = byState[candidates.id()];
        if (state >= known.length) {
            known = Arrays.copyOf(known, Math.max(state + 1, 2 * known.length));
            byState[candidates.id()] = known;
        }
        Odds odds = known[state];
        if (odds == null) {
            odds = fresh(candidates, factor);
            known[state] = odds;
        }
        return odds;
    }

    /** The same, worked out anew. */
    Odds fresh(Candidates candidates, ToDoubleFunction<Alternative> factor) {
        return Odds.of(candidates.size(), index -> {
            Alternative alternative = candidates.get(index);
            double weight = weights.of(alternative);
            return weight > 0 ? weight * factor.applyAsDouble(alternative) : 0;
        });
    }
}
