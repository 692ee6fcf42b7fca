package dev.mysqlsmith.grammar;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The grammar as data: rules, alternatives, gates, and which tokens exist. Made from the {@code .g4} files when the project
 * is built. Immutable and shared.
 */
public final class GrammarModel {
    private static final class Holder {
        static final GrammarModel MYSQL = GrammarModelReader.readResource();
    }

    private final Map<String, Rule> rules;
    private final List<@Nullable Rule> byIndex;
    private final int alternatives;
    private final int decisions;

    GrammarModel(LinkedHashMap<String, Rule> rules, List<@Nullable Rule> byIndex, int alternatives, int decisions) {
        this.rules = Collections.unmodifiableMap(rules);
        this.byIndex = Collections.unmodifiableList(byIndex);
        this.alternatives = alternatives;
        this.decisions = decisions;
    }

    /** The grammar of this module. */
    public static GrammarModel mysql() {
        return Holder.MYSQL;
    }

    /** In the order of the files. */
    public Collection<Rule> rules() {
        return rules.values();
    }

    /** Whether there is a rule of that name. */
    public boolean hasRule(String name) {
        return rules.containsKey(name);
    }

    /**
     * The rule of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Rule rule(String name) {
        Rule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("the grammar has no rule '" + name + "'");
        }
        return rule;
    }

    /** The rule that the generated parser counts as {@code index}. */
    Rule rule(int index) {
        Rule rule = byIndex.get(index);
        if (rule == null) {
            throw new IllegalStateException("the parser's rule " + index + " is not in the model: build anew");
        }
        return rule;
    }

    /** How many alternatives there are, inner ones included: their ids are below that. */
    public int alternativeCount() {
        return alternatives;
    }

    /** How many blocks, optional parts and repetitions there are: their ids are below that. */
    public int decisionCount() {
        return decisions;
    }

    /** Which alternative of its rule a node is, and which of its children belong to which part of it. */
    public static Match match(SyntaxTree.Node node) {
        return new Matcher(node).match();
    }
}
