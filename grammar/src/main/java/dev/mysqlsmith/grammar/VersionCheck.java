package dev.mysqlsmith.grammar;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the syntax of a statement that a version lacks: the parser accepts what any version has. Most nodes are passed by
 * at once, because their rule has no gate that is closed, or because no child could stem from a gated part.
 */
final class VersionCheck {
    private static final Map<ServerVersion, VersionCheck> CHECKS = new ConcurrentHashMap<>();

    /**
     * A part that the version lacks.
     *
     * @param tokenIndex of its first token in the statement, from 0
     * @param gate the versions that have it
     */
    record Lack(int tokenIndex, Gate gate) {}

    private final ServerVersion version;
    private final Map<Rule, Suspects> suspects = new IdentityHashMap<>();

    /** The rules and token types that stand in closed parts of a rule. */
    private record Suspects(BitSet rules, BitSet tokens) {
        Suspects() {
            this(new BitSet(), new BitSet());
        }

        boolean isEmpty() {
            return rules.isEmpty() && tokens.isEmpty();
        }

        boolean areAmong(List<SyntaxTree> children) {
            for (SyntaxTree child : children) {
                if (child instanceof SyntaxTree.Node node
                        ? rules.get(node.rule().index())
                        : tokens.get(Math.max(0, ((SyntaxTree.Token) child).type()))) {
                    return true;
                }
            }
            return false;
        }
    }

    private VersionCheck(ServerVersion version) {
        this.version = version;
        for (Rule rule : GrammarModel.mysql().rules()) {
            Suspects symbols = new Suspects();
            rule.alternatives().forEach(alternative -> collect(alternative, false, symbols));
            if (!symbols.isEmpty()) {
                suspects.put(rule, symbols);
            }
        }
    }

    static VersionCheck of(ServerVersion version) {
        return CHECKS.computeIfAbsent(version, VersionCheck::new);
    }

    /** Whether there are nodes of that rule that the version lacks. */
    boolean concerns(Rule rule) {
        return suspects.containsKey(rule);
    }

    /** Whether the version lacks a part of the node itself, its children aside. */
    boolean isLacking(SyntaxTree.Node node) {
        return lack(node, 0).isPresent();
    }

    /** The first part, in the order of nodes, that the version lacks. */
    Optional<Lack> firstLack(SyntaxTree.Node statement) {
        Deque<SyntaxTree> open = new ArrayDeque<>();
        open.push(statement);
        int token = 0;
        while (!open.isEmpty()) {
            SyntaxTree tree = open.pop();
            if (!(tree instanceof SyntaxTree.Node node)) {
                token++;
                continue;
            }
            Optional<Lack> lack = lack(node, token);
            if (lack.isPresent()) {
                return lack;
            }
            List<SyntaxTree> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<Lack> lack(SyntaxTree.Node node, int firstToken) {
        Suspects symbols = suspects.get(node.rule());
        if (symbols == null || !symbols.areAmong(node.children())) {
            return Optional.empty();
        }
        Match match = GrammarModel.match(node);
        Gate gate = match.alternative().gate();
        if (!gate.admits(version)) {
            return Optional.of(new Lack(firstToken, gate));
        }
        return lack(node, match.parts(), firstToken);
    }

    private Optional<Lack> lack(SyntaxTree.Node node, List<Match.Part> parts, int firstToken) {
        for (Match.Part part : parts) {
            for (Match.Round round : part.rounds()) {
                Optional<Gate> closed = closedGate(part.element(), round);
                if (closed.isPresent()) {
                    int before = node.children().subList(0, round.from()).stream()
                            .mapToInt(SyntaxTree::tokenCount)
                            .sum();
                    return Optional.of(new Lack(firstToken + before, closed.get()));
                }
                Optional<Lack> inner = lack(node, round.parts(), firstToken);
                if (inner.isPresent()) {
                    return inner;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Gate> closedGate(Element element, Match.Round round) {
        if (!(element instanceof Element.Block block)) {
            return Optional.empty();
        }
        return block.alternatives().stream()
                .filter(alternative -> alternative.body() == round.chosen())
                .map(Alternative::gate)
                .filter(gate -> !gate.admits(version))
                .findFirst();
    }

    private void collect(Alternative alternative, boolean closed, Suspects symbols) {
        collect(alternative.body(), closed || !alternative.gate().admits(version), symbols);
    }

    private void collect(Element element, boolean closed, Suspects symbols) {
        if (element instanceof Element.RuleReference reference && closed) {
            symbols.rules().set(reference.rule().index());
        } else if (element instanceof Element.TokenReference reference && closed) {
            symbols.tokens().set(reference.type());
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(inner -> collect(inner, closed, symbols));
        } else if (element instanceof Element.Block block) {
            block.alternatives().forEach(inner -> collect(inner, closed, symbols));
        } else if (element instanceof Element.Optional optional) {
            collect(optional.body(), closed, symbols);
        } else if (element instanceof Element.Repetition repetition) {
            collect(repetition.body(), closed, symbols);
        }
    }
}
