package dev.mysqlsmith.finding;

import java.util.List;

/** The statements since a server's last reset, in the order in which they were sent: the unit of replay and reduction. */
public record History(List<Step> steps) {
    public History {
        steps = List.copyOf(steps);
    }

    /** All statements in one session. */
    public static History of(List<String> statements) {
        return new History(statements.stream().map(sql -> new Step(0, sql)).toList());
    }

    /** How many statements it has. */
    public int size() {
        return steps.size();
    }

    /** The statements' texts, in order, whichever session runs them. */
    public List<String> statements() {
        return steps.stream().map(Step::sql).toList();
    }
}
