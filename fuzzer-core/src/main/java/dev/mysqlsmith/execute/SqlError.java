package dev.mysqlsmith.execute;

import java.util.Set;

/**
 * An error that the server answered.
 *
 * @param code MySQL's error number, 1064 for a syntax error
 * @param sqlState five characters
 * @param message the server's text
 */
public record SqlError(int code, String sqlState, String message) {
    /**
     * NULL or no value where one is needed, duplicates, foreign keys, CHECK, a view's CHECK OPTION, no partition or another
     * partition for the row.
     */
    private static final Set<Integer> CONSTRAINT = Set.of(
            1022, 1048, 1062, 1169, 1216, 1217, 1364, 1369, 1451, 1452, 1526, 1557, 1586, 1737, 1748, 1761, 1762, 3819);

    /** Waits for locks that took too long or were not wanted, deadlocks. */
    private static final Set<Integer> LOCKED = Set.of(1205, 1213, 3058, 3572);

    /** Whether the statement is as it should be, and a row broke a constraint. */
    public boolean isConstraint() {
        return CONSTRAINT.contains(code);
    }

    /** Whether the statement names a table, a column or an index that is not there, or is there already. */
    public boolean isOfNames() {
        return sqlState.startsWith("42S");
    }

    /** Whether the statement is as it should be, and a lock was in its way. */
    public boolean isLocked() {
        return LOCKED.contains(code);
    }
}
