package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Candidates;
import dev.mysqlsmith.grammar.Decisions;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.GrammarView;
import dev.mysqlsmith.grammar.GrammarWalk;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the smallest tree of its rule in a node's place: the first that the grammar has, with the simplest numbers and strings. */
final class MinimalPass implements ReductionPass {
    private final GrammarView view;
    private final Map<Rule, List<SyntaxTree>> minimal = new HashMap<>();

    MinimalPass(ServerVersion version) {
        this.view = GrammarView.of(GrammarModel.mysql(), version);
    }

    @Override
    public String name() {
        return "minimal";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> TreeEdits.forEach(tree, place -> propose(script, index, place, edits)));
        return edits;
    }

    private void propose(Script script, int index, TreeEdits.Place place, List<Edit> edits) {
        int tokens = place.node().tokenCount();
        if (place.path().isEmpty() || tokens < 2) {
            return;
        }
        for (SyntaxTree smallest : minimal.computeIfAbsent(place.node().rule(), this::walk)) {
            int gain = tokens - smallest.tokenCount();
            boolean shorter = smallest.sql().length() < place.node().sql().length();
            if (gain > 0 || (gain == 0 && shorter)) {
                edits.add(new Edit(gain, () -> script.replacing(index, place.path(), smallest)));
            }
        }
    }

    /** With the first of the shallowest alternatives at each fork, and with the last. */
    private List<SyntaxTree> walk(Rule rule) {
        if (!view.isAvailable(rule)) {
            return List.of();
        }
        List<SyntaxTree> trees = new ArrayList<>();
        for (boolean first : new boolean[] {true, false}) {
            SyntaxTree tree = new GrammarWalk(view, new Simplest(view, first)).walk(rule, 0, view.depth(rule));
            if (!trees.contains(tree)) {
                trees.add(tree);
            }
        }
        return trees;
    }

    /** Nothing that may be left out; the plainest texts. */
    private record Simplest(GrammarView view, boolean first) implements Decisions {
        @Override
        public Alternative choose(Candidates candidates) {
            List<Alternative> all = candidates.alternatives();
            int least = all.stream().mapToInt(view::depth).min().orElse(0);
            List<Alternative> shallowest = all.stream()
                    .filter(alternative -> view.depth(alternative) == least)
                    .toList();
            return shallowest.get(first ? 0 : shallowest.size() - 1);
        }

        @Override
        public boolean include(Element.Optional optional, boolean affordable) {
            return false;
        }

        @Override
        public int rounds(Element.Repetition repetition, boolean affordable) {
            return repetition.atLeastOnce() ? 1 : 0;
        }

        @Override
        public String text(Element.TokenReference token, Rule within) {
            return token.name().contains("STRING") || token.name().contains("TEXT")
                    ? "''"
                    : token.name().contains("NUMBER") ? "1" : "a";
        }
    }
}
