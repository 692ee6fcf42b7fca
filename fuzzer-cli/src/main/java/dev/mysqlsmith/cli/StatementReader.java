package dev.mysqlsmith.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import dev.mysqlsmith.grammar.SqlMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a file, one after the other. */
interface StatementReader {

    /**
     * A statement, and where it stands.
     *
     * @param line of its first character, from 1; the column likewise
     */
    record Placed(String file, int line, int column, String sql) {}

    /** Takes a statement. */
    interface Sink {
        void accept(Placed statement) throws IOException;
    }

    void read(InputStream stream, Sink sink) throws IOException;

    /** Of scripts, or of lines of JSON. */
    static StatementReader of(boolean json, String file, Set<SqlMode> modes) {
        return json
                ? (stream, sink) -> readJson(stream, file, sink)
                : (stream, sink) -> readScript(stream, file, modes, sink);
    }

    private static void readScript(InputStream stream, String file, Set<SqlMode> modes, Sink sink) throws IOException {
        String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        int at = 0;
        for (ScriptStatement statement : ScriptReader.read(script, modes)) {
            at = script.indexOf(statement.text(), at);
            int column = at - script.lastIndexOf('\n', at - 1);
            sink.accept(new Placed(file, statement.line(), column, statement.text()));
            at += statement.text().length();
        }
    }

    private static void readJson(InputStream stream, String file, Sink sink) throws IOException {
        JsonFactory json = new JsonFactory();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                sink.accept(new Placed(file, 1, 1, sqlOf(json, line, file, number)));
            }
        }
    }

    private static String sqlOf(JsonFactory json, String line, String file, int number) throws IOException {
        @Nullable String sql = null;
        try (JsonParser parser = json.createParser(line)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && sql == null && parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
                sql = text && field.equals("sql") ? parser.getText() : null;
                parser.skipChildren();
            }
        } catch (JsonParseException e) {
            throw new UsageException("parse: '" + file + "', line " + number + ": no JSON (" + e.getOriginalMessage()
                    + "); expected an object with a field \"sql\" a line");
        }
        if (sql == null) {
            throw new UsageException("parse: '" + file + "', line " + number
                    + ": has no text in a field \"sql\"; expected an object with one a line");
        }
        return sql;
    }
}
