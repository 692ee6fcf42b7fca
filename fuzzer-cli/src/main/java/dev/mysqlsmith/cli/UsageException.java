package dev.mysqlsmith.cli;

/** What was asked is wrong. The message names the value, what was expected and the next step. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
