package dev.mysqlsmith.execute;

import java.time.Duration;
import java.util.List;

/** What one statement did. A fault of the tool is an exception instead. */
public sealed interface Outcome {

    /** How long the server took, measured at the client. */
    Duration elapsed();

    /** Whether the server executed the statement without an error. */
    default boolean succeeded() {
        return this instanceof Rows || this instanceof Updated;
    }

    /** Whether no further statement can run in the session: the connection broke, or the statement cannot be killed. */
    default boolean endsSession() {
        return this instanceof ConnectionLost
                || this instanceof Malformed
                || (this instanceof TimedOut late && !late.killed());
    }

    /** The statement gave result sets, at least one (a CALL may give several). */
    record Rows(List<ResultTable> tables, Duration elapsed) implements Outcome {}

    /** The statement gave an update count. */
    record Updated(long count, Duration elapsed) implements Outcome {}

    /** The server answered with an error; the session goes on. */
    record Failed(SqlError error, Duration elapsed) implements Outcome {}

    /**
     * The statement outlived its timeout.
     *
     * @param killed whether it ended within the grace period after KILL QUERY; if not, the session is unusable and the
     *     server is suspected to hang
     */
    record TimedOut(boolean killed, Duration elapsed) implements Outcome {}

    /**
     * The server's answer breaks the protocol, so that the session is unusable: it says that more follows than does, or what
     * follows can't be read.
     *
     * @param message how that was noticed
     */
    record Malformed(String message, Duration elapsed) implements Outcome {}

    /** The connection broke while the statement ran; the server may be dead. */
    record ConnectionLost(String message, Duration elapsed) implements Outcome {}
}
