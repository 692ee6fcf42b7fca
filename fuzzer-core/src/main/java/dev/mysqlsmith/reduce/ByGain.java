package dev.mysqlsmith.reduce;

import java.util.Comparator;
import java.util.List;

/** Several passes as one: all their changes, those that take away most first. */
record ByGain(String name, List<ReductionPass> passes) implements ReductionPass {
    @Override
    public List<Edit> edits(Script script) {
        return passes.stream()
                .flatMap(pass -> pass.edits(script).stream())
                .sorted(Comparator.comparingInt(Edit::gain).reversed())
                .toList();
    }
}
