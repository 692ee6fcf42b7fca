package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which features of SQL a statement has, by a list of them: {@code features.txt}. Features have numbers, in its order. */
public final class Features {
    private static final class Holder {
        static final Features STANDARD =
                new Features(FeatureSign.read(Resources.lines(Features.class, "features.txt")));
    }

    private final List<FeatureSign> signs;
    private final List<String> names;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final FeatureSign[][] byRule;

    /** Those with these signs. */
    Features(List<FeatureSign> signs) {
        this.signs = List.copyOf(signs);
        signs.forEach(sign -> numbers.putIfAbsent(sign.feature(), numbers.size()));
        this.names = List.copyOf(numbers.keySet());
        int rules = GrammarModel.mysql().rules().stream()
                        .mapToInt(Rule::index)
                        .max()
                        .orElse(0)
                + 1;
        this.byRule = new FeatureSign[rules][];
        for (int i = 0; i < rules; i++) {
            int index = i;
            byRule[i] = signs.stream()
                    .filter(sign -> sign.sign().rule().index() == index)
                    .toArray(FeatureSign[]::new);
        }
    }

    /** Those of the list that comes with the tool. */
    public static Features standard() {
        return Holder.STANDARD;
    }

    /** What tells them, in the order of the list. */
    List<FeatureSign> signs() {
        return signs;
    }

    /** All names, in the order of the list. */
    public List<String> names() {
        return names;
    }

    /** The name of a feature. */
    public String name(int number) {
        return names.get(number);
    }

    /** The numbers of a statement's features. */
    public BitSet of(SyntaxTree.Node statement) {
        BitSet found = new BitSet(names.size());
        collect(statement, found);
        return found;
    }

    private void collect(SyntaxTree.Node node, BitSet found) {
        for (FeatureSign sign : byRule[node.rule().index()]) {
            if (sign.isOn(node)) {
                found.set(Objects.requireNonNull(numbers.get(sign.feature())));
            }
        }
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                collect(inner, found);
            }
        }
    }
}
