package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import java.util.ArrayList;
import java.util.List;

/** By which names a plan may mean an optional part, a repetition, or an alternative of a block: collected once. */
final class SymbolNames {
    private static final String[] NONE = {};

    private final String[][] ofDecisions;
    private final String[][] ofAlternatives;

    SymbolNames(GrammarModel model) {
        ofDecisions = new String[model.decisionCount()][];
        ofAlternatives = new String[model.alternativeCount()][];
        for (Rule rule : model.rules()) {
            rule.alternatives().forEach(this::add);
        }
    }

    /** The symbols that {@link Weights#names} finds in the body of an optional part or a repetition. */
    String[] ofDecision(int id) {
        return ofDecisions[id];
    }

    /** The symbols that {@link Weights#mentions} finds in an alternative. */
    String[] ofAlternative(Alternative alternative) {
        return ofAlternatives[alternative.id()];
    }

    private void add(Alternative alternative) {
        List<String> names = new ArrayList<>();
        mentioned(alternative.body(), names);
        ofAlternatives[alternative.id()] = names.toArray(NONE);
        add(alternative.body());
    }

    private void add(Element element) {
        if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(this::add);
        } else if (element instanceof Element.Block block) {
            block.alternatives().forEach(this::add);
        } else if (element instanceof Element.Optional optional) {
            add(optional.id(), optional.body());
        } else if (element instanceof Element.Repetition repetition) {
            add(repetition.id(), repetition.body());
        }
    }

    private void add(int decision, Element body) {
        List<String> names = new ArrayList<>();
        named(body, names);
        ofDecisions[decision] = names.toArray(NONE);
        add(body);
    }

    private static void named(Element element, List<String> names) {
        if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> named(inner, names));
        } else if (element instanceof Element.Block block) {
            block.alternatives().forEach(alternative -> named(alternative.body(), names));
        } else {
            mentioned(element, names);
        }
    }

    private static void mentioned(Element element, List<String> names) {
        if (element instanceof Element.Symbol symbol) {
            add(symbol.name(), names);
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> mentioned(inner, names));
        } else if (element instanceof Element.Block block
                && block.alternatives().stream()
                        .allMatch(one -> one.body().elements().size() == 1)) {
            block.alternatives().forEach(alternative -> mentioned(alternative.body(), names));
        }
    }

    /** Literals may be named with or without their quotes. */
    private static void add(String name, List<String> names) {
        names.add(name.intern());
        if (name.charAt(0) == '\'') {
            names.add(name.substring(1, name.length() - 1).intern());
        }
    }
}
