package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Which features of SQL a statement has, by a list of them: {@code features.txt}. Features have numbers, in its order. */
public final class Features {
    /** What no tree tells: the statement is sent by the binary protocol. */
    public static final String BINARY = "sessions: prepared by the protocol";

    private static final class Holder {
        static final Features STANDARD =
                new Features(FeatureSign.read(Resources.lines(Features.class, "features.txt")));
    }

    private final List<FeatureSign> signs;
    private final List<String> names;
    private final Sign[][] byRule;

    /** A sign, and the number of its feature. */
    private record Sign(FeatureSign sign, int number) {}

    /** Those with these signs. */
    Features(List<FeatureSign> signs) {
        this.signs = List.copyOf(signs);
        this.names = Stream.concat(signs.stream().map(FeatureSign::feature).distinct(), Stream.of(BINARY))
                .toList();
        int rules = GrammarModel.mysql().rules().stream()
                        .mapToInt(Rule::index)
                        .max()
                        .orElse(0)
                + 1;
        this.byRule = new Sign[rules][];
        for (int i = 0; i < rules; i++) {
            int index = i;
            byRule[i] = signs.stream()
                    .filter(sign -> sign.sign().rule().index() == index)
                    .map(sign -> new Sign(sign, names.indexOf(sign.feature())))
                    .toArray(Sign[]::new);
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

    /** All names, in the order of the list; {@link #BINARY} comes last. */
    public List<String> names() {
        return names;
    }

    /** The name of a feature. */
    public String name(int number) {
        return names.get(number);
    }

    /**
     * The numbers of a statement's features.
     *
     * @param binary whether it is sent by the binary protocol
     */
    public BitSet of(SyntaxTree.Node statement, boolean binary) {
        BitSet found = of(statement);
        found.set(names.size() - 1, binary);
        return found;
    }

    /** The numbers of the features that a statement's tree tells. */
    public BitSet of(SyntaxTree.Node statement) {
        BitSet found = new BitSet(names.size());
        collect(statement, found);
        return found;
    }

    private void collect(SyntaxTree.Node node, BitSet found) {
        for (Sign sign : byRule[node.rule().index()]) {
            if (!found.get(sign.number()) && sign.sign().isOn(node)) {
                found.set(sign.number());
            }
        }
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                collect(inner, found);
            }
        }
    }
}
