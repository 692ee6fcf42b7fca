package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.Rule;
import java.util.Locale;

/** How often which statement stands in which kind of stored program: {@code programs.txt}. */
final class ProgramRules {
    private final double[][] weights;

    private ProgramRules(GrammarModel model) {
        int rules = model.rules().stream().mapToInt(Rule::index).max().orElse(0) + 1;
        weights = new double[ProgramKind.values().length][rules];
    }

    static ProgramRules read(GrammarModel model) {
        ProgramRules rules = new ProgramRules(model);
        for (String line : Resources.lines(ProgramRules.class, "programs.txt")) {
            String[] words = line.split("\\s+");
            int kind = ProgramKind.valueOf(words[0].toUpperCase(Locale.ROOT)).ordinal();
            for (int i = 1; i < words.length; i++) {
                String[] pair = words[i].split(":", 2);
                rules.weights[kind][model.rule(pair[0] + "Statement").index()] = Double.parseDouble(pair[1]);
            }
        }
        return rules;
    }

    /** The weight of the statement of that alternative. */
    double weight(ProgramKind kind, Alternative statement) {
        Rule rule = ((Element.RuleReference) statement.body().elements().get(0)).rule();
        return weights[kind.ordinal()][rule.index()];
    }
}
