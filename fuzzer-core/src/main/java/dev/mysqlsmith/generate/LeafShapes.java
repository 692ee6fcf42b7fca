package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tree of a rule that has given tokens, for names and values that a binder wants to stand somewhere: the grammar
 * says how {@code db.t} or {@code - 5} hangs together. Meant for a handful of tokens; the shape is searched once for each
 * rule and row of token types.
 */
final class LeafShapes {
    private static final int DEEPEST = 24;

    private record Key(Rule rule, List<Integer> types) {}

    private record Found(SyntaxTree tree, int end) {}

    /** Where the rule that is tried begins: it can't begin with itself. */
    private record Start(Rule rule, int from) {}

    private final Map<Key, SyntaxTree.Node> shapes = new HashMap<>();
    private final Map<List<Rule>, List<Rule>> ways = new HashMap<>();

    /**
     * The tree.
     *
     * @throws IllegalArgumentException where the rule can't have those tokens
     */
    SyntaxTree.Node tree(Rule rule, List<SyntaxTree.Token> tokens) {
        List<Integer> types = tokens.stream().map(SyntaxTree.Token::type).toList();
        SyntaxTree.Node shape = shapes.computeIfAbsent(new Key(rule, types), key -> search(key, tokens));
        return (SyntaxTree.Node) refill(shape, new ArrayDeque<>(tokens).iterator());
    }

    /**
     * {@code inner} as a tree of {@code rule}, with nothing but nodes of one child between the two.
     *
     * @throws IllegalArgumentException where the grammar has no such way
     */
    SyntaxTree.Node wrap(Rule rule, SyntaxTree.Node inner) {
        List<Rule> way = ways.computeIfAbsent(List.of(rule, inner.rule()), ends -> way(rule, inner.rule()));
        SyntaxTree.Node node = inner;
        for (Rule outer : way) {
            node = new SyntaxTree.Node(outer, List.of(node));
        }
        return node;
    }

    /** The rules from the one around {@code inner} to {@code rule}. */
    private static List<Rule> way(Rule rule, Rule inner) {
        Map<Rule, Rule> around = new LinkedHashMap<>();
        Deque<Rule> open = new ArrayDeque<>(List.of(rule));
        while (!open.isEmpty() && !around.containsKey(inner)) {
            Rule outer = open.remove();
            for (Alternative alternative : outer.alternatives()) {
                Rule only = onlyRule(alternative.body());
                if (only != null && only != rule && around.putIfAbsent(only, outer) == null) {
                    open.add(only);
                }
            }
        }
        List<Rule> way = new ArrayList<>();
        for (Rule at = inner; at != rule; at = way.get(way.size() - 1)) {
            Rule outer = around.get(at);
            if (outer == null) {
                throw new IllegalArgumentException("rule '" + rule + "' can't be a '" + inner + "' alone");
            }
            way.add(outer);
        }
        return way;
    }

    /** The rule that may be all that the sequence is, or null. */
    private static @Nullable Rule onlyRule(Element.Sequence sequence) {
        Rule only = null;
        for (Element element : sequence.elements()) {
            boolean dispensable = element instanceof Element.Optional
                    || element instanceof Element.Repetition repetition && !repetition.atLeastOnce();
            if (element instanceof Element.RuleReference reference && only == null) {
                only = reference.rule();
            } else if (!dispensable) {
                return null;
            }
        }
        return only;
    }

    private static SyntaxTree refill(SyntaxTree shape, Iterator<SyntaxTree.Token> tokens) {
        if (shape instanceof SyntaxTree.Token) {
            return tokens.next();
        }
        SyntaxTree.Node node = (SyntaxTree.Node) shape;
        List<SyntaxTree> children = new ArrayList<>(node.children().size());
        for (SyntaxTree child : node.children()) {
            children.add(refill(child, tokens));
        }
        return new SyntaxTree.Node(node.rule(), children);
    }

    private static SyntaxTree.Node search(Key key, List<SyntaxTree.Token> tokens) {
        for (int depth = 1; depth <= DEEPEST; depth++) {
            for (Found found : trees(key.rule(), tokens, 0, depth)) {
                if (found.end() == tokens.size()) {
                    return (SyntaxTree.Node) found.tree();
                }
            }
        }
        throw new IllegalArgumentException("rule '" + key.rule() + "' has no tree of the tokens " + tokens);
    }

    private static List<Found> trees(Rule rule, List<SyntaxTree.Token> tokens, int from, int depth) {
        List<Found> all = new ArrayList<>();
        if (depth == 0) {
            return all;
        }
        for (Alternative alternative : rule.alternatives()) {
            for (List<SyntaxTree> children :
                    sequences(alternative.body(), new Start(rule, from), tokens, from, depth)) {
                all.add(new Found(new SyntaxTree.Node(rule, children), from + count(children)));
            }
        }
        return all;
    }

    private static int count(List<SyntaxTree> children) {
        return children.stream().mapToInt(SyntaxTree::tokenCount).sum();
    }

    /** The rows of children that {@code element} can have from there on; empty rows included. */
    private static List<List<SyntaxTree>> sequences(
            Element element, Start start, List<SyntaxTree.Token> tokens, int from, int depth) {
        if (element instanceof Element.Symbol symbol) {
            Iterable<Found> found = symbol instanceof Element.RuleReference reference
                    ? reference.rule() == start.rule() && from == start.from()
                            ? List.of()
                            : trees(reference.rule(), tokens, from, depth - 1)
                    : token((Element.TokenReference) symbol, tokens, from);
            List<List<SyntaxTree>> all = new ArrayList<>();
            found.forEach(one -> all.add(List.of(one.tree())));
            return all;
        }
        if (element instanceof Element.Sequence sequence) {
            List<List<SyntaxTree>> all = List.of(List.of());
            for (Element inner : sequence.elements()) {
                all = extended(all, inner, start, tokens, from, depth);
            }
            return all;
        }
        List<List<SyntaxTree>> all = new ArrayList<>();
        if (element instanceof Element.Block block) {
            block.alternatives().forEach(a -> all.addAll(sequences(a.body(), start, tokens, from, depth)));
        } else if (element instanceof Element.Optional optional) {
            all.add(List.of());
            all.addAll(sequences(optional.body(), start, tokens, from, depth));
        } else if (element instanceof Element.Repetition repetition) {
            if (!repetition.atLeastOnce()) {
                all.add(List.of());
            }
            List<List<SyntaxTree>> rounds = List.of(List.of());
            while (!rounds.isEmpty()) {
                rounds = extended(rounds, repetition.body(), start, tokens, from, depth);
                all.addAll(rounds);
            }
        }
        return all;
    }

    private static List<List<SyntaxTree>> extended(
            List<List<SyntaxTree>> rows,
            Element next,
            Start start,
            List<SyntaxTree.Token> tokens,
            int from,
            int depth) {
        List<List<SyntaxTree>> all = new ArrayList<>();
        for (List<SyntaxTree> row : rows) {
            for (List<SyntaxTree> more : sequences(next, start, tokens, from + count(row), depth)) {
                List<SyntaxTree> longer = new ArrayList<>(row);
                longer.addAll(more);
                all.add(longer);
            }
        }
        return all;
    }

    private static List<Found> token(Element.TokenReference reference, List<SyntaxTree.Token> tokens, int from) {
        SyntaxTree.@Nullable Token token = from < tokens.size() ? tokens.get(from) : null;
        return token != null && token.type() == reference.type() ? List.of(new Found(token, from + 1)) : List.of();
    }
}
