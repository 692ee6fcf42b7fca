package dev.mysqlsmith.server;

/** A server can't be had or handled: the tool's or the environment's fault, never a find. The message names the value, what was expected and the next step. */
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
