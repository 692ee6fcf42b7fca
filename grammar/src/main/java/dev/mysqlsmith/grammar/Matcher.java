package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds how a node's children fill an alternative of its rule. All ends that an element can reach from a child are computed
 * once and kept, so that long lists cost time linear in their length.
 */
final class Matcher {
    private record Start(Element element, int from) {}

    private final SyntaxTree.Node node;
    private final List<SyntaxTree> children;
    private final Map<Start, BitSet> known = new HashMap<>();

    Matcher(SyntaxTree.Node node) {
        this.node = node;
        this.children = node.children();
    }

    Match match() {
        for (Alternative alternative : node.rule().alternatives()) {
            if (ends(alternative.body(), 0).get(children.size())) {
                List<Match.Part> parts = new ArrayList<>();
                collect(alternative.body(), 0, children.size(), parts);
                return new Match(alternative, List.copyOf(parts));
            }
        }
        throw new IllegalStateException("no alternative of rule '" + node.rule() + "' gives '" + node.sql() + "'");
    }

    private BitSet ends(Element element, int from) {
        if (element instanceof Element.Symbol symbol) {
            return symbolEnds(symbol, from);
        }
        Start start = new Start(element, from);
        BitSet ends = known.get(start);
        if (ends == null) {
            ends = compute(element, from);
            known.put(start, ends);
        }
        return ends;
    }

    private BitSet compute(Element element, int from) {
        if (element instanceof Element.Sequence sequence) {
            List<BitSet> reached = reached(sequence, from);
            return reached.get(reached.size() - 1);
        }
        BitSet ends = new BitSet();
        if (element instanceof Element.Block block) {
            block.alternatives().forEach(alternative -> ends.or(ends(alternative.body(), from)));
        } else if (element instanceof Element.Optional optional) {
            ends.or(ends(optional.body(), from));
            ends.set(from);
        } else if (element instanceof Element.Repetition repetition) {
            ends.or(ends(repetition.body(), from));
            for (int i = ends.nextSetBit(from + 1); i >= 0; i = ends.nextSetBit(i + 1)) {
                ends.or(ends(repetition.body(), i));
            }
            if (!repetition.atLeastOnce()) {
                ends.set(from);
            }
        }
        return ends;
    }

    private BitSet symbolEnds(Element.Symbol symbol, int from) {
        BitSet ends = new BitSet();
        if (from < children.size() && fits(symbol, children.get(from))) {
            ends.set(from + 1);
        }
        return ends;
    }

    private static boolean fits(Element.Symbol symbol, SyntaxTree child) {
        if (symbol instanceof Element.RuleReference reference) {
            return child instanceof SyntaxTree.Node inner && inner.rule() == reference.rule();
        }
        return child instanceof SyntaxTree.Token token && token.type() == ((Element.TokenReference) symbol).type();
    }

    /** Where the first 0, 1, 2, ... elements can end. */
    private List<BitSet> reached(Element.Sequence sequence, int from) {
        List<BitSet> reached = new ArrayList<>();
        BitSet at = new BitSet();
        at.set(from);
        reached.add(at);
        for (Element element : sequence.elements()) {
            BitSet next = new BitSet();
            for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
                next.or(ends(element, i));
            }
            reached.add(next);
            at = next;
        }
        return reached;
    }

    /** Adds the parts of {@code element} that fill {@code from} to {@code to}, which it can. */
    private void collect(Element element, int from, int to, List<Match.Part> parts) {
        if (element instanceof Element.Sequence sequence) {
            collectSequence(sequence, from, to, parts);
        } else if (!(element instanceof Element.Symbol) && to > from) {
            parts.add(new Match.Part(element, from, to, rounds(element, from, to)));
        }
    }

    private void collectSequence(Element.Sequence sequence, int from, int to, List<Match.Part> parts) {
        List<BitSet> reached = reached(sequence, from);
        int[] borders = new int[sequence.elements().size() + 1];
        borders[borders.length - 1] = to;
        for (int i = borders.length - 2; i >= 0; i--) {
            Element element = sequence.elements().get(i);
            int end = borders[i + 1];
            int start = reached.get(i).previousSetBit(end);
            while (!ends(element, start).get(end)) {
                start = reached.get(i).previousSetBit(start - 1);
            }
            borders[i] = start;
        }
        for (int i = 0; i < sequence.elements().size(); i++) {
            collect(sequence.elements().get(i), borders[i], borders[i + 1], parts);
        }
    }

    private List<Match.Round> rounds(Element element, int from, int to) {
        if (element instanceof Element.Optional optional) {
            return List.of(round(optional.body(), from, to));
        }
        if (element instanceof Element.Block block) {
            for (Alternative alternative : block.alternatives()) {
                if (ends(alternative.body(), from).get(to)) {
                    return List.of(round(alternative.body(), from, to));
                }
            }
        }
        return repeated(((Element.Repetition) element).body(), from, to);
    }

    private List<Match.Round> repeated(Element body, int from, int to) {
        int[] previous = new int[to + 1];
        BitSet open = new BitSet();
        open.set(from);
        for (int i = from; i >= 0 && i < to; i = open.nextSetBit(i + 1)) {
            BitSet ends = ends(body, i);
            for (int end = ends.nextSetBit(i + 1); end >= 0 && end <= to; end = ends.nextSetBit(end + 1)) {
                if (!open.get(end)) {
                    open.set(end);
                    previous[end] = i;
                }
            }
        }
        List<Match.Round> rounds = new ArrayList<>();
        for (int end = to; end > from; end = previous[end]) {
            rounds.add(0, round(body, previous[end], end));
        }
        return rounds;
    }

    private Match.Round round(Element body, int from, int to) {
        List<Match.Part> parts = new ArrayList<>();
        collect(body, from, to, parts);
        return new Match.Round(body, from, to, List.copyOf(parts));
    }
}
