package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Match;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Takes away optional parts, and elements of repetitions: all of them, halves, single ones. */
final class PartsPass implements ReductionPass {
    @Override
    public String name() {
        return "parts";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree(
                (index, tree) -> TreeEdits.forEach(tree, place -> new OfNode(script, index, place, edits).propose()));
        return edits;
    }

    /** The edits of one node. */
    private record OfNode(Script script, int statement, TreeEdits.Place place, List<Edit> edits) {

        void propose() {
            GrammarModel.match(place.node()).parts().forEach(this::propose);
        }

        private void propose(Match.Part part) {
            if (part.element() instanceof Element.Optional) {
                remove(part.from(), part.to());
            } else if (part.element() instanceof Element.Repetition repetition) {
                proposeRounds(part, repetition.atLeastOnce());
            }
            part.rounds().forEach(round -> round.parts().forEach(this::propose));
        }

        private void proposeRounds(Match.Part part, boolean atLeastOnce) {
            List<int[]> items = new ArrayList<>();
            part.rounds().forEach(round -> items.add(new int[] {round.from(), round.to()}));
            boolean separated = startsWithSeparator(part);
            if (separated) {
                // a first element stands before the repetition: it goes with the separator behind it
                for (int i = 0; i < items.size(); i++) {
                    int[] item = items.get(i);
                    items.set(i, new int[] {item[0] - 1, item[1] - 1});
                }
                items.add(new int[] {part.to() - 1, part.to()});
            }
            int size = items.size();
            if (separated) {
                proposeRuns(items, size, true);
                remove(part.from(), part.to());
            } else {
                proposeRuns(items, size, atLeastOnce);
            }
        }

        /** Whether rounds are a separator and one element, behind a first element of the same rule. */
        private boolean startsWithSeparator(Match.Part part) {
            List<SyntaxTree> children = place.node().children();
            if (part.from() == 0) {
                return false;
            }
            SyntaxTree first = children.get(part.from() - 1);
            return part.rounds().stream()
                    .allMatch(round -> round.to() - round.from() == 2
                            && children.get(round.from()) instanceof SyntaxTree.Token
                            && sameRule(first, children.get(round.from() + 1)));
        }

        private static boolean sameRule(SyntaxTree a, SyntaxTree b) {
            return a instanceof SyntaxTree.Node x && b instanceof SyntaxTree.Node y && x.rule() == y.rule();
        }

        /**
         * Runs of items: halves, quarters, down to single ones.
         *
         * <p>With a separator an item is an element and the separator behind it; the last has none, so that it goes with the
         * one before.
         */
        private void proposeRuns(List<int[]> items, int size, boolean keepOne) {
            for (int length = keepOne ? Math.max(1, size - 1) : size; length >= 1; length = length / 2) {
                for (int to = size; to > 0; to -= length) {
                    int from = Math.max(0, to - length);
                    if (keepOne && to - from == size) {
                        continue;
                    }
                    boolean endsWithoutSeparator = to == size && from > 0 && isSeparated(items);
                    int shift = endsWithoutSeparator ? 1 : 0;
                    remove(items.get(from)[0] - shift, items.get(to - 1)[1]);
                }
            }
        }

        private boolean isSeparated(List<int[]> items) {
            int[] last = items.get(items.size() - 1);
            return items.size() > 1 && last[1] - last[0] == 1 && items.get(0)[1] - items.get(0)[0] == 2;
        }

        private void remove(int from, int to) {
            edits.add(new Edit(
                    TreeEdits.tokens(place.node(), from, to),
                    () -> script.replacing(statement, place.path(), TreeEdits.without(place.node(), from, to))));
        }
    }
}
