package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.Step;
import java.util.ArrayList;
import java.util.List;

/** Runs statements in the first session: all of them, then one session's, then single ones. */
final class SessionPass implements ReductionPass {
    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public List<Edit> edits(Script script) {
        List<Edit> edits = new ArrayList<>();
        List<Integer> sessions = script.steps().stream()
                .map(Step::session)
                .distinct()
                .filter(session -> session != 0)
                .toList();
        if (sessions.isEmpty()) {
            return edits;
        }
        edits.add(new Edit(
                0,
                () -> script.steps().stream()
                        .map(step -> new Step(0, step.sql()))
                        .toList()));
        sessions.forEach(session -> edits.add(new Edit(
                0,
                () -> script.steps().stream()
                        .map(step -> step.session() == session ? new Step(0, step.sql()) : step)
                        .toList())));
        for (int i = 0; i < script.size(); i++) {
            if (script.steps().get(i).session() != 0) {
                int index = i;
                edits.add(new Edit(0, () -> {
                    List<Step> steps = new ArrayList<>(script.steps());
                    steps.set(index, new Step(0, steps.get(index).sql()));
                    return steps;
                }));
            }
        }
        return edits;
    }
}
