package dev.mysqlsmith.reduce;

/** What a candidate showed. */
public enum Answer {
    /** The failure that is being reduced. */
    SAME,
    /** Another failure. */
    DIFFERENT,
    /** No failure. */
    GONE,
    /** The tool or its environment failed: nothing can be said, and the reduction stops. */
    FAULT;

    /** Whether it says that the failure was not shown, which another run may show. */
    boolean isMiss() {
        return this == GONE || this == DIFFERENT;
    }
}
