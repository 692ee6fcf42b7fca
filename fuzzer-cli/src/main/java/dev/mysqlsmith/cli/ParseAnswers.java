package dev.mysqlsmith.cli;

import dev.mysqlsmith.grammar.ParseResult;
import java.io.IOException;

/** Writes what the parser makes of statements. */
interface ParseAnswers {

    /** The next statement's answer. */
    void add(StatementReader.Placed statement, ParseResult result) throws IOException;

    /**
     * All statements have had theirs.
     *
     * @return an exit code
     */
    int end() throws IOException;
}
