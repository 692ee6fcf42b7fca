package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarView;
import dev.mysqlsmith.grammar.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Leads a walk to what it used least: an alternative counts less the more often it was used for its weight, and more while
 * something that was never used can be had a few rules below it.
 */
final class Evenness {
    private static final int BETWEEN_LOOKS = 500;
    private static final int FAR = 4;
    private static final double WANTED = 20;
    private static final double WANTED_OPTION = 0.6;

    private final GrammarView view;
    private final Weights weights;
    private final int[] uses;
    private final boolean[] leadsToUnused;
    private final List<Alternative> usedNow = new ArrayList<>();
    private int statements;

    Evenness(GrammarView view, Weights weights) {
        this.view = view;
        this.weights = weights;
        this.uses = new int[view.model().alternativeCount()];
        this.leadsToUnused = new boolean[uses.length];
    }

    /** A statement begins. What one that came to nothing used does not count. */
    void begin(boolean keepUses) {
        if (!keepUses) {
            usedNow.forEach(alternative -> uses[alternative.id()]--);
        }
        usedNow.clear();
        if (statements++ % BETWEEN_LOOKS == 0) {
            look();
        }
    }

    void used(Alternative alternative) {
        uses[alternative.id()]++;
        usedNow.add(alternative);
    }

    /** By how much an alternative's weight is multiplied. */
    double factor(Alternative alternative) {
        double used = 1 + uses[alternative.id()] / weights.of(alternative);
        return (leadsToUnused[alternative.id()] ? WANTED : 1) / (used * used);
    }

    /** How probable an optional part is. */
    double probability(Element.Optional optional) {
        double usual = weights.of(optional);
        return usual > 0 && leadsToUnused(optional.body()) ? Math.max(usual, WANTED_OPTION) : usual;
    }

    /** Spreads what is unused upwards, one rule a round. */
    private void look() {
        Arrays.fill(leadsToUnused, false);
        for (int i = 0; i < FAR; i++) {
            List<Alternative> found = new ArrayList<>();
            for (Rule rule : view.model().rules()) {
                view.forEachAlternative(rule, alternative -> {
                    if (uses[alternative.id()] == 0 || leadsToUnused(alternative.body())) {
                        found.add(alternative);
                    }
                });
            }
            found.forEach(alternative -> leadsToUnused[alternative.id()] = true);
        }
    }

    private boolean leadsToUnused(Element element) {
        if (element instanceof Element.RuleReference reference) {
            return view.isAvailable(reference.rule())
                    && reference.rule().alternatives().stream()
                            .anyMatch(alternative -> leadsToUnused[alternative.id()]);
        }
        if (element instanceof Element.Sequence sequence) {
            return sequence.elements().stream().anyMatch(this::leadsToUnused);
        }
        if (element instanceof Element.Block block) {
            return block.alternatives().stream().anyMatch(alternative -> leadsToUnused[alternative.id()]);
        }
        if (element instanceof Element.Optional optional) {
            return leadsToUnused(optional.body());
        }
        return element instanceof Element.Repetition repetition && leadsToUnused(repetition.body());
    }
}
