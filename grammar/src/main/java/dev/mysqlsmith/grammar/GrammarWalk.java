package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes trees from the grammar, asking {@link Decisions} at each fork. A walk has two steps, so that a binder can come
 * between them: the shape of an alternative (which optional parts, how many rounds), then the trees of its symbols.
 */
public final class GrammarWalk {
    private final GrammarView view;
    private final Decisions decisions;

    public GrammarWalk(GrammarView view, Decisions decisions) {
        this.view = view;
        this.decisions = decisions;
    }

    /**
     * A tree of {@code rule} whose left-recursive alternative binds at least as tight as {@code leastPrecedence}.
     *
     * @param budget how many nodes may stand one below the other; exceeded only where the grammar can't do with less
     */
    public SyntaxTree.Node walk(Rule rule, int leastPrecedence, int budget) {
        Alternative alternative = choose(rule, leastPrecedence, budget);
        List<SyntaxTree> children = new ArrayList<>();
        for (Element.Symbol symbol : shape(alternative, budget)) {
            children.add(expand(symbol, rule, budget - 1));
        }
        return new SyntaxTree.Node(rule, children);
    }

    /** An alternative of {@code rule} within the budget. */
    public Alternative choose(Rule rule, int leastPrecedence, int budget) {
        Candidates candidates = view.fitting(rule, leastPrecedence, budget - 1, 0);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("rule '" + rule + "' can't be generated for this version and profile");
        }
        return candidates.size() == 1 ? candidates.get(0) : decisions.choose(candidates);
    }

    /** The symbols of {@code alternative} in the order of the text, all its inner forks decided. */
    public List<Element.Symbol> shape(Alternative alternative, int budget) {
        List<Element.Symbol> fixed = view.fixedShape(alternative);
        if (fixed != null) {
            return fixed;
        }
        List<Element> elements = alternative.body().elements();
        List<Element.Symbol> symbols = new ArrayList<>(elements.size());
        flatten(elements, budget - 1, symbols);
        return symbols;
    }

    /** A tree of {@code symbol} without any binder. */
    public SyntaxTree expand(Element.Symbol symbol, Rule within, int budget) {
        if (symbol instanceof Element.RuleReference reference) {
            return walk(reference.rule(), reference.leastPrecedence(), budget);
        }
        return token((Element.TokenReference) symbol, within);
    }

    /** The token of a reference: its own text, or what the decisions say. */
    public SyntaxTree.Token token(Element.TokenReference reference, Rule within) {
        SyntaxTree.Token fixed = TokenTexts.fixedToken(reference.type());
        return fixed != null ? fixed : new SyntaxTree.Token(reference.type(), decisions.text(reference, within));
    }

    private void flatten(List<Element> elements, int budget, List<Element.Symbol> symbols) {
        for (int i = 0; i < elements.size(); i++) {
            flatten(elements.get(i), budget, symbols);
        }
    }

    private void flatten(Element element, int budget, List<Element.Symbol> symbols) {
        if (element instanceof Element.RuleReference || element instanceof Element.TokenReference) {
            symbols.add((Element.Symbol) element);
        } else if (element instanceof Element.Sequence sequence) {
            flatten(sequence.elements(), budget, symbols);
        } else if (element instanceof Element.Optional optional) {
            if (decisions.include(optional, view.bodyDepth(optional.id()) <= budget)) {
                flatten(optional.body(), budget, symbols);
            }
        } else if (element instanceof Element.Repetition repetition) {
            int rounds = decisions.rounds(repetition, view.bodyDepth(repetition.id()) <= budget);
            for (int i = 0; i < Math.max(rounds, repetition.atLeastOnce() ? 1 : 0); i++) {
                flatten(repetition.body(), budget, symbols);
            }
        } else {
            flatten(choose((Element.Block) element, budget).body(), budget, symbols);
        }
    }

    private Alternative choose(Element.Block block, int budget) {
        Alternative decided = decisions.decided(block, budget);
        if (decided != null) {
            return decided;
        }
        Candidates candidates = view.fitting(block, budget);
        return candidates.size() == 1 ? candidates.get(0) : decisions.choose(candidates);
    }
}
