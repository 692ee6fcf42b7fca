package dev.mysqlsmith.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or a part of one, as an immutable tree of rule nodes and tokens. Parsing and generation give the same
 * shape; two trees are equal when their rules and tokens are. A tree may be as deep as a sum is long, so nothing here
 * recurs.
 */
public sealed interface SyntaxTree permits SyntaxTree.Node, SyntaxTree.Token {

    /** The statement's text: one blank between tokens except where the lexer or the eye wants none. */
    default String sql() {
        return SqlWriter.write(this);
    }

    /** Calls {@code visitor} on each token, from left to right. */
    default void forEachToken(Consumer<Token> visitor) {
        SyntaxTree[] open = new SyntaxTree[64];
        open[0] = this;
        int count = 1;
        while (count > 0) {
            SyntaxTree next = open[--count];
            if (next instanceof Token token) {
                visitor.accept(token);
                continue;
            }
            List<SyntaxTree> children = ((Node) next).children;
            if (count + children.size() > open.length) {
                open = Arrays.copyOf(open, 2 * (count + children.size()));
            }
            for (int i = children.size() - 1; i >= 0; i--) {
                open[count++] = children.get(i);
            }
        }
    }

    /** How many tokens it has: what the lexer gives, blanks and comments aside. */
    default int tokenCount() {
        int[] count = {0};
        forEachToken(token -> count[0]++);
        return count[0];
    }

    /**
     * One token.
     *
     * @param type as in the lexer's vocabulary
     * @param text as it stands in the statement
     */
    record Token(int type, String text) implements SyntaxTree {}

    /**
     * A rule with what it was expanded to. The structure of inner blocks of the rule (which optional part, which round of a
     * repetition a child belongs to) is given by {@link GrammarModel#match}.
     */
    record Node(Rule rule, List<SyntaxTree> children) implements SyntaxTree {
        public Node {
            children = List.copyOf(children);
        }

        /** Whether it is of the rule of that name. */
        public boolean is(String ruleName) {
            return rule.name().equals(ruleName);
        }

        /** The children that are nodes of the rule of that name. */
        public List<Node> children(String ruleName) {
            List<Node> found = new ArrayList<>();
            for (SyntaxTree child : children) {
                if (child instanceof Node node && node.is(ruleName)) {
                    found.add(node);
                }
            }
            return found;
        }

        /** Whether one of the children is a node of the rule of that name. */
        public boolean has(String ruleName) {
            for (SyntaxTree child : children) {
                if (child instanceof Node node && node.is(ruleName)) {
                    return true;
                }
            }
            return false;
        }

        /** The first child that is a node of the rule of that name. */
        public Optional<Node> child(String ruleName) {
            for (SyntaxTree child : children) {
                if (child instanceof Node node && node.is(ruleName)) {
                    return Optional.of(node);
                }
            }
            return Optional.empty();
        }

        /** Whether one of the children is a token of that text, in upper or lower case. */
        public boolean says(String word) {
            for (SyntaxTree child : children) {
                if (child instanceof Token token && token.text().equalsIgnoreCase(word)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * The innermost node that says the same, below all rules that only pass it on: {@code columnRef} of an expression that is a
         * column.
         */
        public Node core() {
            Node core = this;
            while (!core.is("columnRef") && core.children.size() == 1 && core.children.get(0) instanceof Node inner) {
                core = inner;
            }
            return core;
        }

        /** All nodes of the rule of that name, this one and those inside of others included, from left to right. */
        public List<Node> all(String ruleName) {
            List<Node> found = new ArrayList<>();
            Deque<Node> open = new ArrayDeque<>(List.of(this));
            while (!open.isEmpty()) {
                Node next = open.pop();
                if (next.is(ruleName)) {
                    found.add(next);
                }
                for (int i = next.children.size() - 1; i >= 0; i--) {
                    if (next.children.get(i) instanceof Node node) {
                        open.push(node);
                    }
                }
            }
            return found;
        }

        /** The same node with another child at {@code index}. */
        public Node with(int index, SyntaxTree child) {
            List<SyntaxTree> changed = new ArrayList<>(children);
            changed.set(index, child);
            return new Node(rule, changed);
        }

        /** The same node with what becomes of its children that are nodes. */
        public Node mapped(UnaryOperator<Node> change) {
            List<SyntaxTree> changed = new ArrayList<>(children);
            changed.replaceAll(child -> child instanceof Node node ? change.apply(node) : child);
            return new Node(rule, changed);
        }

        /** The same node with another descendant at the end of {@code path}, a way of one index of children at least. */
        public Node with(List<Integer> path, SyntaxTree descendant) {
            int index = path.get(0);
            return with(
                    index,
                    path.size() == 1
                            ? descendant
                            : ((Node) children.get(index)).with(path.subList(1, path.size()), descendant));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Node that)) {
                return false;
            }
            Deque<Node> ours = new ArrayDeque<>(List.of(this));
            Deque<Node> theirs = new ArrayDeque<>(List.of(that));
            while (!ours.isEmpty()) {
                if (!ours.pop().equalsAside(theirs.pop(), ours, theirs)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether all is the same but the children that are nodes: these are put aside. */
        private boolean equalsAside(Node that, Deque<Node> ours, Deque<Node> theirs) {
            if (rule != that.rule || children.size() != that.children.size()) {
                return false;
            }
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i) instanceof Node mine && that.children.get(i) instanceof Node other) {
                    ours.push(mine);
                    theirs.push(other);
                } else if (!children.get(i).equals(that.children.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int[] hash = {rule.index()};
            forEachToken(token -> hash[0] = 31 * hash[0] + token.hashCode());
            return hash[0];
        }

        /** The rule and the text, for people. */
        @Override
        public String toString() {
            return rule + " " + sql();
        }
    }
}
