package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;

/** A server that is held to be right and runs the same statements in the same order. Used by one thread at a time. */
public interface Counterpart {

    /** Its spec without a password, for people. */
    String name();

    /** What it calls itself, {@code SELECT VERSION()}. */
    String versionString();

    /** Runs a statement there in the session of that number. */
    Outcome run(int session, String sql);
}
