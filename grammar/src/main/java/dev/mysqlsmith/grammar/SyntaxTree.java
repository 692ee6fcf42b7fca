package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A statement, or a part of one, as an immutable tree of rule nodes and tokens. Parsing and generation give the same
 * shape; two trees are equal when their rules and tokens are.
 */
public sealed interface SyntaxTree permits SyntaxTree.Node, SyntaxTree.Token {

    /** The statement's text: one blank between tokens except where the lexer or the eye wants none. */
    default String sql() {
        return SqlWriter.write(this);
    }

    /** Calls {@code visitor} on each token, from left to right. */
    void forEachToken(Consumer<Token> visitor);

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
    record Token(int type, String text) implements SyntaxTree {
        @Override
        public void forEachToken(Consumer<Token> visitor) {
            visitor.accept(this);
        }
    }

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

        /** The same node with another child at {@code index}. */
        public Node with(int index, SyntaxTree child) {
            List<SyntaxTree> changed = new ArrayList<>(children);
            changed.set(index, child);
            return new Node(rule, changed);
        }

        @Override
        public void forEachToken(Consumer<Token> visitor) {
            children.forEach(child -> child.forEachToken(visitor));
        }
    }
}
