package dev.mysqlsmith.oracle;

import java.util.Optional;

/** A judge of what statements do. One instance belongs to one worker, and may keep what it needs between its two calls. */
public interface Oracle {

    /** The name on the command line and in findings: {@code crash}. */
    String name();

    /** Is called before a statement runs; may run statements of its own in the session. */
    default void before(StatementContext context) {}

    /** Judges a statement that has run. */
    Verdict after(StatementOutcome ran);

    /** Why it can't judge the statements that follow; empty where it can. */
    default Optional<String> spent() {
        return Optional.empty();
    }

    /** Whether the server is not any more as its statements have left it, so that it has to be reset. */
    default boolean leavesTraces() {
        return false;
    }
}
