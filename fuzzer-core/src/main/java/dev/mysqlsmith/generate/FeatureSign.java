package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.grammar.TreeSign;
import java.util.ArrayList;
import java.util.List;

/** What tells that a statement has a feature. */
record FeatureSign(TreeSign sign, String feature) {

    /**
     * The signs of a list: lines {@code RULE[/SYMBOL][=TEXT] feature}; a feature with several lines has one of their signs.
     *
     * @throws IllegalArgumentException where a line names what the grammar has not
     */
    static List<FeatureSign> read(List<String> lines) {
        List<FeatureSign> signs = new ArrayList<>();
        for (String line : lines) {
            signs.add(read(line));
        }
        return signs;
    }

    private static FeatureSign read(String line) {
        String[] cells = line.split("\\s+", 2);
        if (cells.length < 2) {
            throw new IllegalArgumentException("features.txt: '" + line + "': expected RULE[/SYMBOL][=TEXT] FEATURE");
        }
        try {
            return new FeatureSign(TreeSign.read(cells[0]), cells[1]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("features.txt: " + e.getMessage(), e);
        }
    }

    /** Whether a node of the sign's rule has it. */
    boolean isOn(SyntaxTree.Node node) {
        return sign.isOn(node);
    }
}
