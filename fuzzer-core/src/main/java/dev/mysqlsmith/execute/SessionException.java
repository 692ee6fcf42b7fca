package dev.mysqlsmith.execute;

import org.jspecify.annotations.Nullable;

/**
 * A session can't be opened, or the driver failed by itself: never the server's answer to a statement. Whether the server
 * died is for {@code Server.evidence} to tell.
 */
public final class SessionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SessionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
