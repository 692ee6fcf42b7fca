package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    /** The node without its children from {@code from} up to {@code to}. */
    static SyntaxTree.Node without(SyntaxTree.Node node, int from, int to) {
        List<SyntaxTree> kept = new ArrayList<>(node.children().subList(0, from));
        kept.addAll(node.children().subList(to, node.children().size()));
        return new SyntaxTree.Node(node.rule(), kept);
    }

    /** The list without an item, and without the comma beside it. */
    static SyntaxTree.Node withoutItem(SyntaxTree.Node list, SyntaxTree.Node item) {
        int at = identityIndex(list.children(), item);
        boolean commaBehind = isComma(list, at + 1);
        boolean commaBefore = isComma(list, at - 1);
        return without(list, commaBehind || !commaBefore ? at : at - 1, commaBehind ? at + 2 : at + 1);
    }

    private static boolean isComma(SyntaxTree.Node list, int at) {
        return at >= 0
                && at < list.children().size()
                && list.children().get(at) instanceof SyntaxTree.Token token
                && token.text().equals(",");
    }

    private static int identityIndex(List<SyntaxTree> children, SyntaxTree wanted) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) == wanted) {
                return i;
            }
        }
        throw new IllegalStateException("a list does not have the item that was found in it");
    }

    /** How many tokens the children from {@code from} up to {@code to} have. */
    static int tokens(SyntaxTree.Node node, int from, int to) {
        return node.children().subList(from, to).stream()
                .mapToInt(SyntaxTree::tokenCount)
                .sum();
    }

    /** The tree with {@code replacement} for that very node; all others stay the very nodes that they are. */
    static SyntaxTree swap(SyntaxTree tree, SyntaxTree.Node old, SyntaxTree replacement) {
        if (tree == old) {
            return replacement;
        }
        if (!(tree instanceof SyntaxTree.Node node)) {
            return tree;
        }
        for (int i = 0; i < node.children().size(); i++) {
            SyntaxTree child = node.children().get(i);
            SyntaxTree swapped = swap(child, old, replacement);
            if (swapped != child) {
                return node.with(i, swapped);
            }
        }
        return node;
    }

    /** The nodes of that rule, outer ones first. */
    static List<SyntaxTree.Node> all(SyntaxTree.Node tree, String rule) {
        List<SyntaxTree.Node> found = new ArrayList<>();
        forEach(tree, place -> {
            if (place.node().is(rule)) {
                found.add(place.node());
            }
        });
        return found;
    }

    /** The outermost node of that rule, or null. */
    static SyntaxTree.@Nullable Node find(SyntaxTree.Node tree, String rule) {
        List<SyntaxTree.Node> found = all(tree, rule);
        return found.isEmpty() ? null : found.get(0);
    }

    /** What it names, as the server compares names; empty for null. */
    static String name(SyntaxTree.@Nullable Node node) {
        return node == null ? "" : name(node.sql());
    }

    /** An identifier's text, as the server compares names. */
    static String name(String identifier) {
        return identifier.replace("`", "").toLowerCase(Locale.ROOT);
    }

    /** The tree with other texts for its tokens. */
    static SyntaxTree renamed(SyntaxTree tree, UnaryOperator<String> names) {
        if (tree instanceof SyntaxTree.Token token) {
            return new SyntaxTree.Token(token.type(), names.apply(token.text()));
        }
        SyntaxTree.Node node = (SyntaxTree.Node) tree;
        return new SyntaxTree.Node(
                node.rule(),
                node.children().stream().map(child -> renamed(child, names)).toList());
    }
}
