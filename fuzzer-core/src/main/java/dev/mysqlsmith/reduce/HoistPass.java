package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a part of a node in the node's place: an operand for its operation, an argument for its call, a subquery for the query
 * around it.
 *
 * <p>Rules that only stand for one another (an expression that is a column) make a chain of nodes with one child. What is below fits
 * where it is of one of the chain's rules, or of one that can stand for such a rule alone.
 */
final class HoistPass implements ReductionPass {
    private final StandIns standIns = new StandIns();

    @Override
    public String name() {
        return "hoist";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        script.forEachTree((index, tree) -> propose(script, index, tree, edits));
        return edits;
    }

    private void propose(Script script, int index, SyntaxTree.Node tree, List<Edit> edits) {
        TreeEdits.forEach(tree, place -> {
            boolean chainGoesOn = place.node().children().size() == 1;
            if (chainGoesOn) {
                return;
            }
            int tokens = place.node().tokenCount();
            Set<Rule> rules = chain(tree, place.path());
            Set<SyntaxTree.Node> parts = new LinkedHashSet<>(nearest(place.node(), rules));
            Set<Rule> fitting = new HashSet<>(rules);
            rules.forEach(rule -> fitting.addAll(standIns.of(rule)));
            parts.addAll(nearest(place.node(), fitting));
            for (SyntaxTree.Node part : parts) {
                edits.add(new Edit(tokens - part.tokenCount(), () -> script.replacing(index, place.path(), part)));
            }
        });
    }

    /** The rules of the node at {@code path} and of those above of which it is all there is. */
    private static Set<Rule> chain(SyntaxTree.Node tree, List<Integer> path) {
        Set<Rule> rules = new HashSet<>();
        SyntaxTree.Node node = tree;
        rules.add(node.rule());
        for (int index : path) {
            if (node.children().size() > 1) {
                rules.clear();
            }
            node = (SyntaxTree.Node) node.children().get(index);
            rules.add(node.rule());
        }
        return rules;
    }

    /** The outermost nodes below, on each way down, that are of one of the rules. */
    private static List<SyntaxTree.Node> nearest(SyntaxTree.Node node, Set<Rule> rules) {
        List<SyntaxTree.Node> found = new ArrayList<>();
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                if (rules.contains(inner.rule())) {
                    found.add(inner);
                } else {
                    found.addAll(nearest(inner, rules));
                }
            }
        }
        return found;
    }
}
