package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Nearest;
import dev.mysqlsmith.grammar.Rule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** A profile's numbers, laid out by the ids of the grammar's alternatives and decisions. */
final class Weights {
    private static final double OPTION = 0.25;
    private static final double REPEAT = 0.35;

    private final double[] alternatives;
    private final double[] decisions;
    private final BitSet off;

    private Weights(double[] alternatives, double[] decisions, BitSet off) {
        this.alternatives = alternatives;
        this.decisions = decisions;
        this.off = off;
    }

    private Weights(GrammarModel model) {
        alternatives = new double[model.alternativeCount()];
        decisions = new double[model.decisionCount()];
        off = new BitSet();
        Arrays.fill(alternatives, 1);
        Arrays.fill(decisions, -1);
    }

    /**
     * The weights of {@code profile}.
     *
     * @throws IllegalArgumentException where it names a rule or a symbol that the grammar has not
     */
    static Weights of(Profile profile, GrammarModel model) {
        Weights weights = new Weights(model);
        for (Profile.Entry entry : profile.entries()) {
            weights.apply(entry, model);
        }
        profile.unsent().forEach(entry -> weights.apply(entry, model));
        weights.switchOff(profile, model);
        weights.fillIn(model);
        return weights;
    }

    /**
     * The same with each weight multiplied by its factor, and the odds of each optional part and repetition by theirs.
     *
     * @param factors by the numbers of {@link UsedChoices}
     */
    Weights times(double[] factors) {
        double[] newAlternatives = alternatives.clone();
        double[] newDecisions = decisions.clone();
        for (int i = 0; i < alternatives.length; i++) {
            newAlternatives[i] *= factors[i];
        }
        for (int i = 0; i < decisions.length; i++) {
            double factor = factors[alternatives.length + i];
            if (factor != 1 && decisions[i] > 0) {
                newDecisions[i] = decisions[i] * factor / (1 + decisions[i] * (factor - 1));
            }
        }
        return new Weights(newAlternatives, newDecisions, off);
    }

    private void switchOff(Profile profile, GrammarModel model) {
        if (profile.off().isEmpty()) {
            return;
        }
        FeatureNames features = FeatureNames.standard();
        profile.off().forEach((name, origin) -> {
            for (FeatureNames.Place place : features.places(name, origin)) {
                switchOff(place, model);
            }
        });
    }

    /** A rule without alternatives is not available, and then nothing is that needs it. */
    private void switchOff(FeatureNames.Place place, GrammarModel model) {
        for (Alternative alternative : model.rule(place.rule()).alternatives()) {
            if (place.symbol().isEmpty() || mentions(alternative.body(), place.symbol())) {
                alternatives[alternative.id()] = 0;
            } else {
                switchOff(alternative.body(), place.symbol());
            }
        }
    }

    private void switchOff(Element element, String symbol) {
        if (element instanceof Element.Optional optional) {
            if (names(optional.body(), symbol)) {
                off.set(optional.id());
            } else {
                switchOff(optional.body(), symbol);
            }
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> switchOff(inner, symbol));
        } else if (element instanceof Element.Repetition repetition) {
            switchOff(repetition.body(), symbol);
        } else if (element instanceof Element.Block block) {
            for (Alternative alternative : block.alternatives()) {
                if (names(alternative.body(), symbol)) {
                    alternatives[alternative.id()] = 0;
                } else {
                    switchOff(alternative.body(), symbol);
                }
            }
        }
    }

    /** Whether the part belongs to a feature that is switched off, so that no binder may want it either. */
    boolean isOff(Element.Optional optional) {
        return off.get(optional.id());
    }

    double of(Alternative alternative) {
        return alternatives[alternative.id()];
    }

    double of(Element.Optional optional) {
        return decisions[optional.id()];
    }

    double of(Element.Repetition repetition) {
        return decisions[repetition.id()];
    }

    /** What the profile does not say. */
    private void fillIn(GrammarModel model) {
        for (Rule rule : model.rules()) {
            rule.alternatives().forEach(alternative -> fillIn(alternative.body()));
        }
    }

    private void fillIn(Element element) {
        if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(this::fillIn);
        } else if (element instanceof Element.Block block) {
            block.alternatives().forEach(alternative -> fillIn(alternative.body()));
        } else if (element instanceof Element.Optional optional) {
            fillIn(optional.id(), OPTION);
            fillIn(optional.body());
        } else if (element instanceof Element.Repetition repetition) {
            fillIn(repetition.id(), REPEAT);
            fillIn(repetition.body());
        }
    }

    private void fillIn(int decision, double usual) {
        if (decisions[decision] < 0) {
            decisions[decision] = usual;
        }
    }

    private void apply(Profile.Entry entry, GrammarModel model) {
        if (!model.hasRule(entry.rule())) {
            String nearest = Nearest.to(
                    entry.rule(), model.rules().stream().map(Rule::name).toList());
            throw new IllegalArgumentException(
                    entry.origin() + ": the grammar has no rule '" + entry.rule() + "'; nearest is '" + nearest + "'");
        }
        int[] hits = {0};
        Consumer<Element> visit = element -> hits[0] += set(entry, element);
        for (Alternative alternative : model.rule(entry.rule()).alternatives()) {
            hits[0] += entry.inner() ? 0 : set(entry, alternative);
            walk(alternative.body(), visit, entry, hits);
        }
        if (hits[0] == 0) {
            throw new IllegalArgumentException(entry.origin() + ": rule '" + entry.rule() + "' has no " + entry.what()
                    + " with '" + entry.symbol() + "'");
        }
    }

    private void walk(Element element, Consumer<Element> visit, Profile.Entry entry, int[] hits) {
        visit.accept(element);
        if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> walk(inner, visit, entry, hits));
        } else if (element instanceof Element.Block block) {
            for (Alternative alternative : block.alternatives()) {
                hits[0] += entry.inner() ? set(entry, alternative) : 0;
                walk(alternative.body(), visit, entry, hits);
            }
        } else if (element instanceof Element.Optional optional) {
            walk(optional.body(), visit, entry, hits);
        } else if (element instanceof Element.Repetition repetition) {
            walk(repetition.body(), visit, entry, hits);
        }
    }

    private int set(Profile.Entry entry, Alternative alternative) {
        if (entry.what().equals("weight")
                && (entry.symbol().equals("*") || mentions(alternative.body(), entry.symbol()))) {
            alternatives[alternative.id()] = entry.value();
            return 1;
        }
        return 0;
    }

    private int set(Profile.Entry entry, Element element) {
        if (element instanceof Element.Optional optional
                && entry.what().equals("option")
                && names(optional.body(), entry.symbol())) {
            decisions[optional.id()] = entry.value();
            return 1;
        }
        if (element instanceof Element.Repetition repetition
                && entry.what().equals("repeat")
                && names(repetition.body(), entry.symbol())) {
            decisions[repetition.id()] = entry.value();
            return 1;
        }
        return 0;
    }

    /**
     * Whether {@code symbol} stands in {@code element}: not below an optional part or a repetition of it, and of its blocks
     * only in those that are a choice of single symbols.
     */
    static boolean mentions(Element element, String symbol) {
        if (element instanceof Element.Symbol own) {
            return isNamed(own.name(), symbol);
        }
        if (element instanceof Element.Sequence sequence) {
            return any(sequence.elements(), symbol);
        }
        return element instanceof Element.Block block
                && block.alternatives().stream()
                        .allMatch(one -> one.body().elements().size() == 1)
                && any(block.alternatives().stream().map(Alternative::body).toList(), symbol);
    }

    /** Literals may be named with or without their quotes. */
    private static boolean isNamed(String name, String symbol) {
        return name.equals(symbol)
                || name.length() == symbol.length() + 2
                        && name.charAt(0) == '\''
                        && name.regionMatches(1, symbol, 0, symbol.length());
    }

    /** Whether {@code symbol} stands in {@code element}: not below an optional part or a repetition, but in any block. */
    static boolean names(Element element, String symbol) {
        if (element instanceof Element.Block block) {
            return block.alternatives().stream().anyMatch(one -> names(one.body(), symbol));
        }
        if (element instanceof Element.Sequence sequence) {
            return sequence.elements().stream().anyMatch(inner -> names(inner, symbol));
        }
        return mentions(element, symbol);
    }

    private static boolean any(List<? extends Element> elements, String symbol) {
        return elements.stream().anyMatch(element -> mentions(element, symbol));
    }
}
