package dev.mysqlsmith.campaign;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which features of SQL a statement has, by a list of them: {@code features.txt}. Features have numbers, in its order. */
final class Features {
    private static final class Holder {
        static final Features STANDARD = new Features(FeatureSign.read(resource()));
    }

    private final List<String> names;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final FeatureSign[][] byRule;

    /** Those with these signs. */
    Features(List<FeatureSign> signs) {
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
    static Features standard() {
        return Holder.STANDARD;
    }

    /** All names, in the order of the list. */
    List<String> names() {
        return names;
    }

    /** The name of a feature. */
    String name(int number) {
        return names.get(number);
    }

    /** The numbers of a statement's features. */
    BitSet of(SyntaxTree.Node statement) {
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

    private static List<String> resource() {
        try (InputStream stream = Features.class.getResourceAsStream("features.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
