package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ScriptReader;
import dev.mysqlsmith.grammar.ScriptStatement;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.grammar.SyntaxError;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a script of a database, statement by statement. */
final class SeedReader {
    private static final ServerVersion LATEST = ServerVersion.parse("9.7.0");
    private static final Pattern HEADER = Pattern.compile("(?m)^-- Host: .*Database: (\\S+)\\s*$");

    /** How many words from its beginning a CREATE may say what it makes. */
    private static final int LONGEST_BEGINNING = 16;

    private final String name;
    private final ServerVersion version;
    private final SeedParts parts;
    private Optional<String> database = Optional.empty();
    private boolean elsewhere;

    SeedReader(String name, ServerVersion version) {
        this.name = name;
        this.version = version;
        this.parts = new SeedParts(version);
    }

    SeedScript read(String script) {
        Matcher header = HEADER.matcher(script);
        String dumped = header.find() ? header.group(1) : null;
        List<SyntaxTree.Node> wanted = new ArrayList<>();
        for (ScriptStatement statement : ScriptReader.read(script, Set.of())) {
            List<SyntaxTree.Token> words = SqlTokens.of(statement.text(), version);
            if (!words.isEmpty()) {
                parse(statement, words).ifPresent(wanted::add);
            }
        }
        Optional<String> own = database.or(() -> wanted.stream()
                        .flatMap(tree -> DatabaseNames.first(tree).stream())
                        .findFirst())
                .or(() -> Optional.ofNullable(dumped));
        DatabaseNames names = new DatabaseNames(own);
        for (SyntaxTree.Node tree : wanted) {
            names.strip(tree)
                    .ifPresentOrElse(
                            parts::add, () -> parts.passOver(StatementKind.of(tree) + " that names another database"));
        }
        return parts.script(name);
    }

    private Optional<SyntaxTree.Node> parse(ScriptStatement statement, List<SyntaxTree.Token> words) {
        String first = words.get(0).text().toUpperCase(Locale.ROOT);
        if (first.equals("USE") && words.size() > 1) {
            use(SqlName.plain(words.get(1).text()));
            return Optional.empty();
        }
        if (!isWanted(words)) {
            parts.passOver(first);
            return Optional.empty();
        }
        if (elsewhere) {
            parts.passOver(first + " in another database");
            return Optional.empty();
        }
        return Optional.of(parsed(statement));
    }

    /** The first database that the script works in is the one that it is of. */
    private void use(String used) {
        if (database.isEmpty()) {
            database = Optional.of(used);
        }
        elsewhere = !database.get().equalsIgnoreCase(used);
    }

    private static boolean isWanted(List<SyntaxTree.Token> words) {
        String first = words.get(0).text();
        if (first.equalsIgnoreCase("INSERT") || first.equalsIgnoreCase("REPLACE")) {
            return true;
        }
        if (!first.equalsIgnoreCase("CREATE")) {
            return false;
        }
        for (SyntaxTree.Token word : words.subList(1, Math.min(words.size(), LONGEST_BEGINNING))) {
            switch (word.text().toUpperCase(Locale.ROOT)) {
                case "TABLE", "VIEW" -> {
                    return true;
                }
                case "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "INDEX", "DATABASE", "SCHEMA", "USER", "(" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private SyntaxTree.Node parsed(ScriptStatement statement) {
        ParseResult result = new SqlParser(version, Set.of()).parse(statement.text());
        if (result instanceof ParseResult.Rejected
                && new SqlParser(LATEST, Set.of()).parse(statement.text()) instanceof ParseResult.Parsed later) {
            result = later; // the server says that it lacks this
        }
        if (result instanceof ParseResult.Parsed parsed) {
            return parsed.tree();
        }
        SyntaxError error = ((ParseResult.Rejected) result).error();
        throw new SeedException("'" + name + "', line " + (statement.line() + error.line() - 1) + ": " + error.message()
                + "; correct the statement or take it out");
    }
}
