package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import java.util.ArrayList;
import java.util.List;

/** Takes away so many statements in a row, from the end to the start: ddmin's complements (Zeller and Hildebrandt, 2002). */
record StatementChunks(int length) implements ReductionPass {
    @Override
    public String name() {
        return "statements";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        // The last statement is the one that fails, nearly always: only alone it is worth a try without it.
        int end = length == 1 ? script.size() : script.size() - 1;
        for (int to = end; to > 0 && script.size() > 1 && length < script.size(); to -= length) {
            int from = Math.max(0, to - length);
            int upTo = to;
            edits.add(new Edit(upTo - from, () -> without(script, from, upTo)));
        }
        return edits;
    }

    private static List<Step> without(Script script, int from, int to) {
        return script.without(from, to);
    }
}
