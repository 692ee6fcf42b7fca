package dev.mysqlsmith.grammar;

import java.util.List;
import java.util.stream.Collectors;

/** What an alternative is made of. Printed, it is ANTLR's notation again. */
public sealed interface Element {

    /** What ends up as a child in a tree: a rule or a token. */
    sealed interface Symbol extends Element {
        /** The rule's name, the token's symbolic name, or its literal in quotes. */
        String name();
    }

    /**
     * A reference to a rule.
     *
     * @param leastPrecedence for an operand of a left-recursive rule: its alternative must bind at least that tight
     */
    record RuleReference(Rule rule, int leastPrecedence) implements Symbol {
        @Override
        public String name() {
            return rule.name();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** A token; {@code type} as in the lexer's vocabulary. */
    record TokenReference(int type, String name) implements Symbol {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One after the other; at least one. */
    record Sequence(List<Element> elements) implements Element {
        @Override
        public String toString() {
            return elements.stream().map(Object::toString).collect(Collectors.joining(" "));
        }
    }

    /** One of several; {@code id} is its number among the decisions of the grammar. */
    record Block(int id, List<Alternative> alternatives) implements Element {
        @Override
        public String toString() {
            return alternatives.stream().map(a -> a.body().toString()).collect(Collectors.joining(" | ", "(", ")"));
        }
    }

    /** Once or not at all. */
    record Optional(int id, Rule rule, Element body) implements Element {
        @Override
        public String toString() {
            return grouped(body) + "?";
        }
    }

    /** Any number of times, at least once if {@code atLeastOnce}. */
    record Repetition(int id, Rule rule, Element body, boolean atLeastOnce) implements Element {
        @Override
        public String toString() {
            return grouped(body) + (atLeastOnce ? "+" : "*");
        }
    }

    private static String grouped(Element body) {
        return body instanceof Sequence ? "(" + body + ")" : body.toString();
    }
}
