package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.Alternative;
import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rules can be all that stands in the place of another: a column or a predicate for an expression. */
final class StandIns {
    private final Map<Rule, Set<Rule>> known = new HashMap<>();

    /** Those of a rule, directly or by way of one another. */
    Set<Rule> of(Rule rule) {
        return known.computeIfAbsent(rule, key -> {
            Set<Rule> all = new HashSet<>();
            collect(key, all);
            return all;
        });
    }

    private static void collect(Rule rule, Set<Rule> all) {
        for (Alternative alternative : rule.alternatives()) {
            for (Rule alone : alone(alternative.body().elements())) {
                if (all.add(alone)) {
                    collect(alone, all);
                }
            }
        }
    }

    /** The rules that these elements can be where all that need not be there is not. */
    private static Set<Rule> alone(List<Element> elements) {
        List<Element> needed = elements.stream()
                .filter(element -> !(element instanceof Element.Optional)
                        && !(element instanceof Element.Repetition repetition && !repetition.atLeastOnce()))
                .toList();
        Set<Rule> rules = new HashSet<>();
        if (needed.size() == 1) {
            Element only = needed.get(0);
            if (only instanceof Element.RuleReference reference) {
                rules.add(reference.rule());
            } else if (only instanceof Element.Block block) {
                block.alternatives()
                        .forEach(each -> rules.addAll(alone(each.body().elements())));
            } else if (only instanceof Element.Repetition repetition) {
                rules.addAll(alone(List.of(repetition.body())));
            } else if (only instanceof Element.Sequence sequence) {
                rules.addAll(alone(sequence.elements()));
            }
        }
        return rules;
    }
}
