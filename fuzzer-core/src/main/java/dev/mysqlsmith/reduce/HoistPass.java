package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a part of a node in the node's place: an operand for its operation, an argument for its call, a subquery for the query
 * around it.
 *
 * <p>Rules that only stand for one another (an expression that is a column) make a chain of nodes with one child; two chains
 * fit where they share a rule.
 */
final class HoistPass implements ReductionPass {
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

    private static void propose(Script script, int index, SyntaxTree.Node tree, List<Edit> edits) {
        TreeEdits.forEach(tree, place -> {
            boolean chainGoesOn = place.node().children().size() == 1;
            if (chainGoesOn) {
                return;
            }
            int tokens = place.node().tokenCount();
            List<Integer> top = topOfChain(tree, place.path());
            Set<Rule> rules = rules(tree, top, place.path());
            for (Found found : nearest(place.node(), rules)) {
                edits.add(new Edit(tokens - found.node().tokenCount(), () -> {
                    List<Integer> where = placeOfRule(tree, top, found.node().rule());
                    return script.replacing(index, where, found.node());
                }));
            }
        });
    }

    private record Found(SyntaxTree.Node node) {}

    /** The highest node above, of which the one at {@code path} is all there is. */
    private static List<Integer> topOfChain(SyntaxTree.Node tree, List<Integer> path) {
        int length = path.size();
        while (length > 0 && at(tree, path.subList(0, length - 1)).children().size() == 1) {
            length--;
        }
        return path.subList(0, length);
    }

    private static Set<Rule> rules(SyntaxTree.Node tree, List<Integer> top, List<Integer> path) {
        Set<Rule> rules = new HashSet<>();
        for (int length = top.size(); length <= path.size(); length++) {
            rules.add(at(tree, path.subList(0, length)).rule());
        }
        return rules;
    }

    private static List<Integer> placeOfRule(SyntaxTree.Node tree, List<Integer> top, Rule rule) {
        List<Integer> path = new ArrayList<>(top);
        while (at(tree, path).rule() != rule) {
            path.add(0);
        }
        return path;
    }

    /** The outermost nodes below, on each way down, that are of one of the rules. */
    private static List<Found> nearest(SyntaxTree.Node node, Set<Rule> rules) {
        List<Found> found = new ArrayList<>();
        for (SyntaxTree child : node.children()) {
            if (child instanceof SyntaxTree.Node inner) {
                if (rules.contains(inner.rule())) {
                    found.add(new Found(inner));
                } else {
                    found.addAll(nearest(inner, rules));
                }
            }
        }
        return found;
    }

    private static SyntaxTree.Node at(SyntaxTree.Node tree, List<Integer> path) {
        SyntaxTree.Node node = tree;
        for (int index : path) {
            node = (SyntaxTree.Node) node.children().get(index);
        }
        return node;
    }
}
