package dev.mysqlsmith.report;

/** A campaign's folder is not as it must be. The message names it, what was expected and the next step. */
public final class FolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FolderException(String message) {
        super(message);
    }
}
