package dev.mysqlsmith.finding;

import java.util.Locale;

/** What sort of failure it is. */
public enum Kind {
    /** The server died by a signal. */
    CRASH,
    /** An assertion of the server failed. */
    ASSERTION,
    /** A statement outlived its timeout and KILL. */
    HANG,
    /** A result is not what the statement asks for. */
    WRONG_RESULT,
    /** An error that no statement may give, or an answer that breaks the protocol. */
    ERROR,
    /** The server says that its data is corrupt. */
    CORRUPTION;

    /** Whether it is what the server answers, so that the server itself goes on unharmed. */
    public boolean isOfAnswer() {
        return this == WRONG_RESULT || this == ERROR;
    }

    /** As files and the command line write it: {@code wrong-result}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Kind parse(String text) {
        for (Kind kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "kind '" + text + "': expected crash, assertion, hang, wrong-result, error or" + " corruption");
    }
}
