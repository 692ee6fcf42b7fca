package dev.mysqlsmith.grammar;

import java.util.ArrayList;
import java.util.List;

/** The alternatives of one rule or block by the depth that is left for them; worked out once, when a view is made. */
final class Fitting {
    private final int shallowest;
    private final Candidates[] byDepth;

    private Fitting(int shallowest, Candidates[] byDepth) {
        this.shallowest = shallowest;
        this.byDepth = byDepth;
    }

    /** Of those that are available and tight enough; {@code known} gets what this fitting gives. */
    static Fitting of(List<Alternative> alternatives, int leastPrecedence, GrammarView view, List<Candidates> known) {
        List<Alternative> usable = alternatives.stream()
                .filter(view::isAvailable)
                .filter(alternative -> alternative.precedence() >= leastPrecedence)
                .toList();
        int shallowest = usable.stream().mapToInt(view::depth).min().orElse(0);
        int deepest = usable.stream().mapToInt(view::depth).max().orElse(0);
        List<Candidates> byDepth = new ArrayList<>();
        for (int depth = shallowest; depth <= deepest; depth++) {
            int limit = depth;
            List<Alternative> fitting = usable.stream()
                    .filter(alternative -> view.depth(alternative) <= limit)
                    .toList();
            if (byDepth.isEmpty() || byDepth.get(byDepth.size() - 1).size() < fitting.size() || fitting.isEmpty()) {
                known.add(new Candidates(known.size(), fitting));
            }
            byDepth.add(known.get(known.size() - 1));
        }
        return new Fitting(shallowest, byDepth.toArray(Candidates[]::new));
    }

    /** Those no deeper than {@code budget}, and in any case those that are deeper than the shallowest by {@code slack}. */
    Candidates within(int budget, int slack) {
        int index = Math.max(budget - shallowest, slack);
        return byDepth[Math.min(index, byDepth.length - 1)];
    }
}
