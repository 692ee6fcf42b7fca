package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A part of the grammar that can be walked: what one version has and what the user has left on, with the least depth of a
 * tree below each alternative. A rule that can't be finished within the part is not available.
 */
public final class GrammarView {
    private static final int NEVER = 1 << 20;

    private final GrammarModel model;
    private final Predicate<Alternative> admitted;
    private final int[] depths;
    private final int[] alternativeDepths;

    /** The alternatives of {@code model} that {@code admitted} accepts. */
    public GrammarView(GrammarModel model, Predicate<Alternative> admitted) {
        this.model = model;
        this.admitted = admitted;
        this.depths = new int[model.rules().stream().mapToInt(Rule::index).max().orElse(0) + 1];
        this.alternativeDepths = new int[model.alternativeCount()];
        Arrays.fill(depths, NEVER);
        Arrays.fill(alternativeDepths, NEVER);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Rule rule : model.rules()) {
                changed |= improve(rule);
            }
        }
    }

    /** What {@code version} has. */
    public static GrammarView of(GrammarModel model, ServerVersion version) {
        return new GrammarView(model, alternative -> alternative.gate().admits(version));
    }

    public GrammarModel model() {
        return model;
    }

    /** Whether a tree can be made of it. */
    public boolean isAvailable(Element element) {
        return depth(element) < NEVER;
    }

    /** Whether a tree can be made of it. */
    public boolean isAvailable(Rule rule) {
        return depths[rule.index()] < NEVER;
    }

    /** Whether a tree can be made of it. */
    public boolean isAvailable(Alternative alternative) {
        return alternativeDepths[alternative.id()] < NEVER;
    }

    /** The least number of nodes, one below the other, of a tree of that rule. */
    public int depth(Rule rule) {
        return depths[rule.index()];
    }

    /** The least number of nodes, one below the other, of what an alternative stands for. */
    public int depth(Alternative alternative) {
        return alternativeDepths[alternative.id()];
    }

    /**
     * Those of {@code alternatives} that fit: available, tight enough, and no deeper than {@code budget}; where none is that
     * shallow, the shallowest.
     */
    public List<Alternative> fitting(List<Alternative> alternatives, int leastPrecedence, int budget) {
        return fitting(alternatives, leastPrecedence, budget, 0);
    }

    /** The same, but where the budget is too small also those that are deeper than the shallowest by {@code slack}. */
    public List<Alternative> fitting(List<Alternative> alternatives, int leastPrecedence, int budget, int slack) {
        int shallowest = NEVER;
        for (Alternative alternative : alternatives) {
            if (alternative.precedence() >= leastPrecedence) {
                shallowest = Math.min(shallowest, alternativeDepths[alternative.id()]);
            }
        }
        if (shallowest == NEVER) {
            return List.of();
        }
        int limit = Math.max(shallowest + slack, budget);
        List<Alternative> fitting = new ArrayList<>(alternatives.size());
        for (Alternative alternative : alternatives) {
            if (alternative.precedence() >= leastPrecedence && alternativeDepths[alternative.id()] <= limit) {
                fitting.add(alternative);
            }
        }
        return fitting;
    }

    /** Calls {@code visitor} on the alternatives of {@code rule} that are available, and on those of the blocks in them. */
    public void forEachAlternative(Rule rule, Consumer<Alternative> visitor) {
        rule.alternatives().forEach(alternative -> visit(alternative, visitor));
    }

    private void visit(Alternative alternative, Consumer<Alternative> visitor) {
        if (isAvailable(alternative)) {
            visitor.accept(alternative);
            visitInside(alternative.body(), visitor);
        }
    }

    private void visitInside(Element element, Consumer<Alternative> visitor) {
        if (element instanceof Element.Block block) {
            block.alternatives().forEach(inner -> visit(inner, visitor));
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> visitInside(inner, visitor));
        } else if (element instanceof Element.Optional optional) {
            visitInside(optional.body(), visitor);
        } else if (element instanceof Element.Repetition repetition) {
            visitInside(repetition.body(), visitor);
        }
    }

    int depth(Element element) {
        if (element instanceof Element.RuleReference reference) {
            return depths[reference.rule().index()];
        }
        if (element instanceof Element.Sequence sequence) {
            return sequence.elements().stream().mapToInt(this::depth).max().orElse(0);
        }
        if (element instanceof Element.Block block) {
            return block.alternatives().stream()
                    .mapToInt(a -> alternativeDepths[a.id()])
                    .min()
                    .orElse(NEVER);
        }
        if (element instanceof Element.Repetition repetition && repetition.atLeastOnce()) {
            return depth(repetition.body());
        }
        return 0;
    }

    private boolean improve(Rule rule) {
        boolean changed = false;
        for (Alternative alternative : rule.alternatives()) {
            changed |= improve(alternative);
        }
        int depth = rule.alternatives().stream()
                        .mapToInt(a -> alternativeDepths[a.id()])
                        .min()
                        .orElse(NEVER)
                + 1;
        if (depth < depths[rule.index()]) {
            depths[rule.index()] = depth;
            changed = true;
        }
        return changed;
    }

    private boolean improve(Alternative alternative) {
        if (!admitted.test(alternative)) {
            return false;
        }
        boolean changed = improveInside(alternative.body());
        int depth = depth(alternative.body());
        if (depth < alternativeDepths[alternative.id()]) {
            alternativeDepths[alternative.id()] = depth;
            changed = true;
        }
        return changed;
    }

    private boolean improveInside(Element element) {
        boolean changed = false;
        if (element instanceof Element.Sequence sequence) {
            for (Element inner : sequence.elements()) {
                changed |= improveInside(inner);
            }
        } else if (element instanceof Element.Block block) {
            for (Alternative inner : block.alternatives()) {
                changed |= improve(inner);
            }
        } else if (element instanceof Element.Optional optional) {
            changed = improveInside(optional.body());
        } else if (element instanceof Element.Repetition repetition) {
            changed = improveInside(repetition.body());
        }
        return changed;
    }
}
