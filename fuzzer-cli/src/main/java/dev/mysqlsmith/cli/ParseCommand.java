package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlMode;
import dev.mysqlsmith.grammar.SqlParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses scripts and says which statements are none. */
@Parameters
final class ParseCommand extends Command {

    @Parameter(description = "FILE ...")
    private List<String> files = new ArrayList<>();

    @Parameter(
            names = "--input",
            placeholder = "F",
            order = 1,
            description = "sql: scripts; jsonl: a statement a line, in a field \"sql\"")
    private String input = "sql";

    @Parameter(
            names = "--server-version",
            placeholder = "V",
            order = 2,
            description = "As which version of MySQL reads it")
    private String version = "8.0.33";

    @Parameter(names = "--sql-mode", placeholder = "M", order = 3, description = "As SELECT @@sql_mode answers")
    private String sqlMode = "";

    @Parameter(
            names = "--format",
            placeholder = "F",
            order = 4,
            description = "text: errors and a count; jsonl: {\"index\", \"ok\", \"error\"} a statement")
    private String format = "text";

    @Parameter(
            names = "--rewrite",
            order = 5,
            description =
                    "With jsonl: the answers have the statement without comments, as its tree is written, in a field \"sql\"")
    private boolean rewrite;

    @Override
    int run(Console console) throws IOException {
        boolean jsonInput =
                Values.word("--input", input, List.of("sql", "jsonl")).equals("jsonl");
        boolean jsonAnswers =
                Values.word("--format", format, List.of("text", "jsonl")).equals("jsonl");
        Set<SqlMode> modes = SqlMode.parse(sqlMode);
        SqlParser parser = new SqlParser(Values.read(version, ServerVersion::parse), modes);
        if (files.isEmpty()) {
            throw new UsageException("parse: nothing to parse; give files, or - for standard input");
        }
        if (rewrite && !jsonAnswers) {
            throw new UsageException("parse: --rewrite is for --format jsonl");
        }
        ParseAnswers answers =
                jsonAnswers ? new JsonParseAnswers(console.out(), rewrite) : new TextParseAnswers(console.out());
        for (String file : files) {
            try (InputStream stream = open(file, console)) {
                StatementReader.of(jsonInput, file, modes)
                        .read(stream, statement -> answers.add(statement, parser.parse(statement.sql())));
            }
        }
        return answers.end();
    }

    private static InputStream open(String file, Console console) throws IOException {
        if (file.equals("-")) {
            return console.in();
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new UsageException(
                    "parse: '" + file + "' is no file; give the path of a script, or - for standard input");
        }
        return Files.newInputStream(path);
    }

    @Override
    String operands() {
        return "FILE ... (- for standard input)";
    }

    @Override
    String epilogue() {
        return """
                Exit codes: with --format text, 3 where a statement does not parse; with jsonl, where the answers say it, 0.
                Example: echo 'SELECT 1 FROM; SELECT 2;' | mysqlsmith parse -
                """;
    }
}
