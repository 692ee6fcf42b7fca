package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    private final int[] bodyDepths;
    private final Fitting[][] rules;
    private final Fitting[] blocks;
    private final @Nullable List<Element.Symbol>[] fixedShapes;
    private final int candidates;

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
        this.bodyDepths = new int[model.decisionCount()];
        this.rules = new Fitting[depths.length][];
        this.blocks = new Fitting[model.decisionCount()];
        this.fixedShapes = newLists(model.alternativeCount());
        List<Candidates> known = new ArrayList<>();
        for (Rule rule : model.rules()) {
            layOut(rule, known);
        }
        this.candidates = known.size();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can't be made otherwise
    private static <T> @Nullable List<T>[] newLists(int length) {
        return new List[length];
    }

    private void layOut(Rule rule, List<Candidates> known) {
        int tightest = 0;
        for (Alternative alternative : rule.alternatives()) {
            if (alternative.precedence() < Alternative.PRIMARY) {
                tightest = Math.max(tightest, alternative.precedence());
            }
            layOut(alternative, known);
        }
        Fitting[] byPrecedence = new Fitting[tightest + 2];
        for (int least = 0; least < byPrecedence.length; least++) {
            byPrecedence[least] = Fitting.of(rule.alternatives(), least, this, known);
        }
        rules[rule.index()] = byPrecedence;
    }

    private void layOut(Alternative alternative, List<Candidates> known) {
        List<Element.Symbol> symbols = new ArrayList<>();
        for (Element element : alternative.body().elements()) {
            if (element instanceof Element.Symbol symbol) {
                symbols.add(symbol);
            } else {
                layOut(element, known);
            }
        }
        if (symbols.size() == alternative.body().elements().size()) {
            fixedShapes[alternative.id()] = List.copyOf(symbols);
        }
    }

    private void layOut(Element element, List<Candidates> known) {
        if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> layOut(inner, known));
        } else if (element instanceof Element.Block block) {
            block.alternatives().forEach(alternative -> layOut(alternative, known));
            blocks[block.id()] = Fitting.of(block.alternatives(), 0, this, known);
        } else if (element instanceof Element.Optional optional) {
            bodyDepths[optional.id()] = depth(optional.body());
            layOut(optional.body(), known);
        } else if (element instanceof Element.Repetition repetition) {
            bodyDepths[repetition.id()] = depth(repetition.body());
            layOut(repetition.body(), known);
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
     * Those alternatives of {@code rule} that fit: available, tight enough, and no deeper than {@code budget}; where none is
     * that shallow, the shallowest, and those that are deeper than these by {@code slack}.
     */
    public Candidates fitting(Rule rule, int leastPrecedence, int budget, int slack) {
        Fitting[] byPrecedence = rules[rule.index()];
        return byPrecedence[Math.min(leastPrecedence, byPrecedence.length - 1)].within(budget, slack);
    }

    /** Those alternatives of {@code block} that are available and no deeper than {@code budget}, else the shallowest. */
    public Candidates fitting(Element.Block block, int budget) {
        return blocks[block.id()].within(budget, 0);
    }

    /** How many {@link Candidates} there are: their ids are below that. */
    public int candidatesCount() {
        return candidates;
    }

    /** The symbols of an alternative that has no forks, in the order of the text; null where it has some. */
    public @Nullable List<Element.Symbol> fixedShape(Alternative alternative) {
        return fixedShapes[alternative.id()];
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

    /** The depth of what is optional or repeated. */
    int bodyDepth(int decision) {
        return bodyDepths[decision];
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
