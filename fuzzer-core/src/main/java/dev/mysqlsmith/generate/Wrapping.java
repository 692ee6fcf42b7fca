package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a tree of a rule stand where a wider one is asked for: a row constructor as a predicate, say. */
final class Wrapping {
    private record Key(Rule outer, Rule inner) {}

    private final Map<Key, List<Rule>> chains = new HashMap<>();

    /**
     * The tree of {@code outer} that is nothing but {@code inner}.
     *
     * @throws IllegalArgumentException where the grammar has none
     */
    SyntaxTree.Node wrap(Rule outer, SyntaxTree.Node inner) {
        SyntaxTree.Node node = inner;
        for (Rule rule : chains.computeIfAbsent(new Key(outer, inner.rule()), Wrapping::chain)) {
            node = new SyntaxTree.Node(rule, List.of(node));
        }
        return node;
    }

    /** The rules around the inner one, from the inside. */
    private static List<Rule> chain(Key key) {
        Map<Rule, Rule> around = new HashMap<>();
        Deque<Rule> next = new ArrayDeque<>(List.of(key.outer()));
        while (!next.isEmpty() && !around.containsKey(key.inner())) {
            Rule rule = next.remove();
            for (Alternative alternative : rule.alternatives()) {
                Rule alone = alone(alternative);
                if (alone != null && alone != key.outer() && around.putIfAbsent(alone, rule) == null) {
                    next.add(alone);
                }
            }
        }
        List<Rule> chain = new ArrayList<>();
        for (Rule rule = key.inner(); rule != key.outer(); ) {
            rule = around.get(rule);
            if (rule == null) {
                throw new IllegalArgumentException(
                        "rule '" + key.inner() + "' does not stand alone in a '" + key.outer() + "'");
            }
            chain.add(rule);
        }
        return chain;
    }

    /** The one rule that the alternative can consist of. */
    private static @Nullable Rule alone(Alternative alternative) {
        Rule only = null;
        for (Element element : alternative.body().elements()) {
            boolean dispensable = element instanceof Element.Optional
                    || element instanceof Element.Repetition repetition && !repetition.atLeastOnce();
            if (!dispensable) {
                if (only != null || !(element instanceof Element.RuleReference reference)) {
                    return null;
                }
                only = reference.rule();
            }
        }
        return only;
    }
}
