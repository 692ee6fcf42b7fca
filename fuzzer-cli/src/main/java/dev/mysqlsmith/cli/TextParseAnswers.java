package dev.mysqlsmith.cli;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.SyntaxError;
import java.io.PrintStream;

/** For people: a line for each statement that does not parse, as compilers write them, and a count at the end. */
final class TextParseAnswers implements ParseAnswers {
    private final PrintStream out;
    private long parsed;
    private long rejected;

    TextParseAnswers(PrintStream out) {
        this.out = out;
    }

    @Override
    public void add(StatementReader.Placed statement, ParseResult result) {
        if (result instanceof ParseResult.Rejected bad) {
            rejected++;
            SyntaxError error = bad.error();
            int line = statement.line() + error.line() - 1;
            int column = error.line() == 1 ? statement.column() + error.column() - 1 : error.column();
            String file = statement.file().equals("-") ? "stdin" : statement.file();
            out.println(file + ":" + line + ":" + column + ": " + error.message());
        } else {
            parsed++;
        }
    }

    @Override
    public int end() {
        out.println(parsed + " of " + (parsed + rejected) + " statements parse");
        return rejected == 0 ? ExitCode.RAN : ExitCode.FOUND;
    }
}
