package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The reducer by itself: a predicate and a script in, a script out. It starts no server and knows nothing of failures.
 *
 * <p>For several sessions, or to tell failures and faults apart, use {@link Reducer} with an {@link Interestingness}.
 *
 * @param keeps whether a script still shows what is looked for; the same script must get the same answer. An exception stops the
 *     search
 * @param budget how long it may take, and how many scripts may be tried at once
 */
public record SqlReducer(Predicate<String> keeps, ReduceBudget budget) {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** One that takes ten minutes at most, and tries one script at a time. */
    public static SqlReducer of(Predicate<String> keeps) {
        return new SqlReducer(keeps, ReduceBudget.ofTime(TEN_MINUTES, 1));
    }

    /** The same with another budget. */
    public SqlReducer within(ReduceBudget other) {
        return new SqlReducer(keeps, other);
    }

    /**
     * The smallest script that was found for which the predicate holds.
     *
     * @param script in the mysql client's form, {@code DELIMITER} included; so is the result
     * @throws IllegalArgumentException where the predicate does not hold for the script itself, or it has no statement
     * @throws ReduceFaultException where the predicate throws; it has the smallest script up to then
     */
    public String reduce(String script) {
        List<String> statements = ScriptReader.read(script, Set.of()).stream()
                .map(ScriptStatement::text)
                .toList();
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a script to reduce: expected at least one statement, got none");
        }
        Interestingness interestingness =
                candidate -> keeps.test(ReproScript.forClient(candidate)) ? Answer.SAME : Answer.GONE;
        Reduction reduction =
                new Reducer().reduce(History.of(statements), interestingness, budget, ReduceListener.none());
        if (reduction.status() == Reduction.Status.NOT_REPRODUCED) {
            throw new IllegalArgumentException("a script to reduce: the predicate does not hold for its "
                    + statements.size() + " statements; give it one that shows what is looked for");
        }
        return ReproScript.forClient(reduction.repro());
    }
}
