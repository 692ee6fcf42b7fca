package dev.mysqlsmith.reduce;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.finding.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends statements of the binary protocol as text.
 *
 * @param together all of them at once; else one by one
 */
record ProtocolPass(boolean together) implements ReductionPass {
    @Override
    public String name() {
        return "protocol";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            if (BinaryProtocol.isMarked(script.steps().get(i).sql())) {
                int index = i;
                edits.add(new Edit(0, () -> unmarked(script, index)));
            }
        }
        return together && !edits.isEmpty() ? List.of(new Edit(0, () -> unmarked(script))) : edits;
    }

    private static List<Step> unmarked(Script script) {
        return script.steps().stream().map(ProtocolPass::unmarked).toList();
    }

    private static List<Step> unmarked(Script script, int index) {
        List<Step> steps = new ArrayList<>(script.steps());
        steps.set(index, unmarked(steps.get(index)));
        return steps;
    }

    private static Step unmarked(Step step) {
        return new Step(step.session(), BinaryProtocol.unmarked(step.sql()));
    }
}
