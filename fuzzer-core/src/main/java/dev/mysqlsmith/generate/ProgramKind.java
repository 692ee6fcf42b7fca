package dev.mysqlsmith.generate;

/** What a body of statements belongs to. */
enum ProgramKind {
    PROCEDURE,
    FUNCTION,
    TRIGGER,
    EVENT;

    /** Whether a query in it may give its rows to the client. */
    boolean mayAnswer() {
        return this == PROCEDURE || this == EVENT;
    }
}
