package dev.mysqlsmith.verify;

/** What a check of one server says. */
public enum CheckVerdict {
    /** The failure that was asked for; where none was, any. */
    TRIGGERED,
    /** A failure, but another one than the one that was asked for. */
    OTHER,
    /** The repro ran and nothing failed. */
    NOT_TRIGGERED,
    /** Nothing can be said; the result's detail tells why. */
    COULD_NOT_RUN
}
