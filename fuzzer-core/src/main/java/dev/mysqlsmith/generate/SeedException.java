package dev.mysqlsmith.generate;

/** A script or a database from which tables were to be taken can't be used; the message says why and what to do. */
public final class SeedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public SeedException(String message) {
        super(message);
    }
}
