package dev.mysqlsmith.generate;

/** What a session is in the middle of, which decides what it can run. */
enum Phase {
    IDLE,
    TRANSACTION,
    READ_ONLY,
    LOCKED,
    XA_ACTIVE,
    XA_IDLE,
    XA_PREPARED
}
