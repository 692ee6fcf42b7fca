package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which statements a session can run in which phase, and which of them end a transaction: {@code states.txt}. */
final class PhaseRules {
    private final boolean[][] possible;
    private final boolean[][] ending;
    private final double[] chanceOfEnd = new double[Phase.values().length];
    private final boolean[] committing;

    private PhaseRules(GrammarModel model) {
        int rules = model.rules().stream().mapToInt(Rule::index).max().orElse(0) + 1;
        possible = new boolean[chanceOfEnd.length][rules];
        ending = new boolean[chanceOfEnd.length][rules];
        committing = new boolean[rules];
        for (boolean[] phase : possible) {
            Arrays.fill(phase, true);
        }
    }

    static PhaseRules read(GrammarModel model) {
        PhaseRules rules = new PhaseRules(model);
        for (String line : Resources.lines(PhaseRules.class, "states.txt")) {
            rules.line(List.of(line.split("\\s+")), model);
        }
        return rules;
    }

    private void line(List<String> words, GrammarModel model) {
        if (words.get(0).equals("commit")) {
            mark(committing, words.subList(1, words.size()), model, true);
            return;
        }
        int phase = Phase.valueOf(words.get(0).toUpperCase(Locale.ROOT)).ordinal();
        switch (words.get(1)) {
            case "may" -> {
                Arrays.fill(possible[phase], false);
                mark(possible[phase], words.subList(2, words.size()), model, true);
            }
            case "not" -> mark(possible[phase], words.subList(2, words.size()), model, false);
            case "ends" -> {
                chanceOfEnd[phase] = Double.parseDouble(words.get(2));
                mark(ending[phase], words.subList(3, words.size()), model, true);
            }
            default ->
                throw new IllegalArgumentException(
                        "states.txt: '" + words.get(1) + "' is unknown, expected may, not or ends");
        }
    }

    private static void mark(boolean[] rules, List<String> names, GrammarModel model, boolean value) {
        for (String name : names) {
            rules[model.rule(name + "Statement").index()] = value;
        }
    }

    double chanceOfEnd(Phase phase) {
        return chanceOfEnd[phase.ordinal()];
    }

    /** Whether the statement of that alternative can run in {@code phase}. */
    boolean isPossible(Alternative statement, Phase phase) {
        return possible[phase.ordinal()][rule(statement)];
    }

    /** Whether the statement can run in {@code phase}. */
    boolean isPossible(SyntaxTree.Node statement, Phase phase) {
        return possible[phase.ordinal()][kind(statement).index()];
    }

    /** Whether the statement of that alternative ends {@code phase}. */
    boolean ends(Alternative statement, Phase phase) {
        return ending[phase.ordinal()][rule(statement)];
    }

    /** Whether the statement ends a transaction without being told to. */
    boolean commits(SyntaxTree.Node statement) {
        return committing[kind(statement).index()];
    }

    private static Rule kind(SyntaxTree.Node statement) {
        return ((SyntaxTree.Node) statement.children().get(0)).rule();
    }

    private static int rule(Alternative statement) {
        return ((Element.RuleReference) statement.body().elements().get(0))
                .rule()
                .index();
    }
}
