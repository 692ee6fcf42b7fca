package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks a statement's tree from the top, and puts other children in the place of some. */
final class TreeEdits {
    private TreeEdits() {}

    /** Where a node stands: indices of children, from the root. */
    record Place(SyntaxTree.Node node, List<Integer> path) {}

    /** Calls {@code visitor} on each node, outer ones first. */
    static void forEach(SyntaxTree.Node root, Consumer<Place> visitor) {
        List<Place> level = List.of(new Place(root, List.of()));
        while (!level.isEmpty()) {
            List<Place> next = new ArrayList<>();
            for (Place place : level) {
                visitor.accept(place);
                for (int i = 0; i < place.node().children().size(); i++) {
                    if (place.node().children().get(i) instanceof SyntaxTree.Node child) {
                        List<Integer> path = new ArrayList<>(place.path());
                        path.add(i);
                        next.add(new Place(child, path));
                    }
                }
            }
            level = next;
        }
    }

    /** The tree with {@code replacement} at {@code path}. */
    static SyntaxTree replace(SyntaxTree tree, List<Integer> path, SyntaxTree replacement) {
        if (path.isEmpty()) {
            return replacement;
        }
        SyntaxTree.Node node = (SyntaxTree.Node) tree;
        int index = path.get(0);
        return node.with(index, replace(node.children().get(index), path.subList(1, path.size()), replacement));
    }

    /** The node without its children from {@code from} up to {@code to}. */
    static SyntaxTree.Node without(SyntaxTree.Node node, int from, int to) {
        List<SyntaxTree> kept = new ArrayList<>(node.children().subList(0, from));
        kept.addAll(node.children().subList(to, node.children().size()));
        return new SyntaxTree.Node(node.rule(), kept);
    }

    /** How many tokens the children from {@code from} up to {@code to} have. */
    static int tokens(SyntaxTree.Node node, int from, int to) {
        return node.children().subList(from, to).stream()
                .mapToInt(SyntaxTree::tokenCount)
                .sum();
    }
}
