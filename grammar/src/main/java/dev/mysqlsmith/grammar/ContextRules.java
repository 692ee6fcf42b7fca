package dev.mysqlsmith.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a server rejects as a syntax error though its grammar has it: things that must agree with one another, or stay in a
 * range. A check looks at one node.
 */
final class ContextRules {
    /**
     * A rule that is broken.
     *
     * @param tokenIndex of the node's first token in the statement, from 0
     */
    record Breach(int tokenIndex, String message) {}

    private static final Map<Rule, Function<SyntaxTree.Node, Optional<String>>> CHECKS = checks();

    private ContextRules() {}

    private static Map<Rule, Function<SyntaxTree.Node, Optional<String>>> checks() {
        GrammarModel model = GrammarModel.mysql();
        Map<Rule, Function<SyntaxTree.Node, Optional<String>>> checks = new HashMap<>();
        checks.put(model.rule("fieldDefinition"), ContextRules::collations);
        checks.put(model.rule("tableOption"), OptionRanges::check);
        checks.put(model.rule("partitionKeyAlgorithm"), OptionRanges::check);
        checks.put(model.rule("partitionClause"), PartitionRules::check);
        return checks;
    }

    /** The first breach, in the order of nodes. */
    static Optional<Breach> firstBreach(SyntaxTree.Node statement) {
        Deque<SyntaxTree> open = new ArrayDeque<>();
        open.push(statement);
        int token = 0;
        while (!open.isEmpty()) {
            if (!(open.pop() instanceof SyntaxTree.Node node)) {
                token++;
                continue;
            }
            Function<SyntaxTree.Node, Optional<String>> check = CHECKS.get(node.rule());
            Optional<String> message = check == null ? Optional.empty() : check.apply(node);
            if (message.isPresent()) {
                return Optional.of(new Breach(token, message.get()));
            }
            for (int i = node.children().size() - 1; i >= 0; i--) {
                open.push(node.children().get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> collations(SyntaxTree.Node field) {
        long count = field.children().stream()
                .filter(SyntaxTree.Node.class::isInstance)
                .flatMap(child -> ((SyntaxTree.Node) child).children().stream())
                .filter(child -> child instanceof SyntaxTree.Node node && node.is("collateAttribute"))
                .count();
        return count > 1 ? Optional.of("a column has at most one COLLATE, here are " + count) : Optional.empty();
    }

    /** The children that are nodes of that rule. */
    static List<SyntaxTree.Node> children(SyntaxTree.Node node, String rule) {
        return node.children().stream()
                .filter(SyntaxTree.Node.class::isInstance)
                .map(SyntaxTree.Node.class::cast)
                .filter(child -> child.is(rule))
                .toList();
    }
}
