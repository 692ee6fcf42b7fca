package dev.mysqlsmith.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.SyntaxError;
import java.io.IOException;
import java.io.PrintStream;

/**
 * For machines: {@code {"index", "ok", "error": {"line", "column", "message"}}} a statement, in the order of the input;
 * where it was asked for, {@code "sql"} is the text that the tree of a statement has.
 */
final class JsonParseAnswers implements ParseAnswers {
    private final JsonGenerator json;
    private final boolean rewrite;
    private long index;

    JsonParseAnswers(PrintStream out, boolean rewrite) throws IOException {
        this.rewrite = rewrite;
        json = new JsonFactory().createGenerator(out);
        json.setRootValueSeparator(null);
    }

    @Override
    public void add(StatementReader.Placed statement, ParseResult result) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", index++);
        json.writeBooleanField("ok", result instanceof ParseResult.Parsed);
        if (result instanceof ParseResult.Rejected rejected) {
            write(rejected.error());
        } else if (rewrite && result instanceof ParseResult.Parsed parsed) {
            json.writeStringField("sql", parsed.tree().sql());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(SyntaxError error) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeNumberField("line", error.line());
        json.writeNumberField("column", error.column());
        json.writeStringField("message", error.message());
        json.writeEndObject();
    }

    @Override
    public int end() throws IOException {
        json.flush();
        return ExitCode.RAN;
    }
}
