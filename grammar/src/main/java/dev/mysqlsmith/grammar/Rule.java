package dev.mysqlsmith.grammar;

import java.util.List;

/** A parser rule of the grammar. There is one object a rule, so rules compare by identity. */
public final class Rule {
    private final String name;
    private final int index;
    private final boolean leftRecursive;
    private List<Alternative> alternatives = List.of();

    Rule(String name, int index, boolean leftRecursive) {
        this.name = name;
        this.index = index;
        this.leftRecursive = leftRecursive;
    }

    void define(List<Alternative> all) {
        alternatives = List.copyOf(all);
    }

    /** As in the {@code .g4} file. */
    public String name() {
        return name;
    }

    /** As in the generated parser. */
    public int index() {
        return index;
    }

    public boolean isLeftRecursive() {
        return leftRecursive;
    }

    /** In the order of the file; never empty. */
    public List<Alternative> alternatives() {
        return alternatives;
    }

    @Override
    public String toString() {
        return name;
    }
}
