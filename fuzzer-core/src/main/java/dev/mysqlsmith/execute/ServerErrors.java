package dev.mysqlsmith.execute;

import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the server's answers from the driver's own exceptions. */
final class ServerErrors {

    /** After these the server closes the connection: shutdown, killed, packet out of order or too large, timeouts. */
    private static final Set<Integer> ENDS_CONNECTION = Set.of(1053, 1077, 1152, 1184, 1927, 3169, 4031);

    private ServerErrors() {}

    /** Whether the server sent it, and the connection goes on. */
    static boolean isServerError(SQLException e) {
        return e.getErrorCode() > 0
                && !(e instanceof CommunicationsException)
                && !ENDS_CONNECTION.contains(e.getErrorCode());
    }

    static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return ENDS_CONNECTION.contains(e.getErrorCode())
                || e instanceof CommunicationsException
                || (e.getErrorCode() == 0 && state != null && state.startsWith("08"));
    }

    /** Whether the socket's own timeout ended the wait. */
    static boolean isTimeout(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** What broke the connection, in the words of the exception that began it. */
    static String rootCause(SQLException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == e ? String.valueOf(e.getMessage()) : cause.toString();
    }

    static SqlError of(SQLException e) {
        String state = e.getSQLState();
        return new SqlError(e.getErrorCode(), state == null ? "HY000" : state, String.valueOf(e.getMessage()));
    }
}
