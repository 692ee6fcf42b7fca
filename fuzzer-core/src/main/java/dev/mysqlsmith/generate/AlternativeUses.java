package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Element;
import dev.mysqlsmith.grammar.GrammarModel;
import dev.mysqlsmith.grammar.GrammarView;
import dev.mysqlsmith.grammar.Match;
import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How often statements used each alternative of the grammar that a version and a profile have. For one thread. */
public final class AlternativeUses {
    private final GrammarView view;
    private final Set<Rule> reached = new LinkedHashSet<>();
    private final long[] uses;

    /** Of the version and the profile of {@code tools}. */
    public AlternativeUses(GeneratorTools tools) {
        this.view = tools.view();
        this.uses = new long[view.model().alternativeCount()];
        reach(view.model().rule("statement"));
    }

    /** Counts what a statement used. */
    public void count(SyntaxTree.Node statement) {
        Deque<SyntaxTree.Node> open = new ArrayDeque<>(List.of(statement));
        while (!open.isEmpty()) {
            SyntaxTree.Node node = open.pop();
            Match match = GrammarModel.match(node);
            uses[match.alternative().id()]++;
            match.parts().forEach(this::count);
            for (SyntaxTree child : node.children()) {
                if (child instanceof SyntaxTree.Node inner) {
                    open.push(inner);
                }
            }
        }
    }

    private void count(Match.Part part) {
        for (Match.Round round : part.rounds()) {
            if (part.element() instanceof Element.Block block) {
                block.alternatives().stream()
                        .filter(alternative -> alternative.body() == round.chosen())
                        .forEach(alternative -> uses[alternative.id()]++);
            }
            round.parts().forEach(this::count);
        }
    }

    /** How many of the alternatives were never used. */
    public long unused() {
        long[] count = {0};
        reached.forEach(rule -> view.forEachAlternative(rule, alternative -> {
            count[0] += uses[alternative.id()] == 0 ? 1 : 0;
        }));
        return count[0];
    }

    /** Writes a line for each alternative: uses, rule, the alternative in the grammar's notation; tabs between. */
    public void write(Appendable out) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Rule rule : reached) {
            view.forEachAlternative(
                    rule,
                    alternative -> lines.append(uses[alternative.id()])
                            .append('\t')
                            .append(rule)
                            .append('\t')
                            .append(alternative.body())
                            .append('\n'));
        }
        out.append(lines);
    }

    /** The rules that statements of the version and the profile can have. */
    private void reach(Rule rule) {
        if (view.isAvailable(rule) && reached.add(rule)) {
            view.forEachAlternative(rule, alternative -> symbols(alternative.body()));
        }
    }

    private void symbols(Element element) {
        if (element instanceof Element.RuleReference reference) {
            reach(reference.rule());
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(this::symbols);
        } else if (element instanceof Element.Optional optional) {
            symbols(optional.body());
        } else if (element instanceof Element.Repetition repetition) {
            symbols(repetition.body());
        }
    }
}
