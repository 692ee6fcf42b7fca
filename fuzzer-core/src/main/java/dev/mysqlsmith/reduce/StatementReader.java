package dev.mysqlsmith.reduce;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.StatementTokens;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Parses statements as a version has them, each text once. */
final class StatementReader {
    private final ServerVersion version;
    private final SqlParser parser;
    private final Map<String, Statement> known = new ConcurrentHashMap<>();

    StatementReader(ServerVersion version) {
        this.version = version;
        this.parser = new SqlParser(version, Set.of());
    }

    Statement read(String sql) {
        return known.computeIfAbsent(sql, this::parse);
    }

    int tokens(String sql) {
        return read(sql).tokens().size();
    }

    private Statement parse(String sql) {
        ParseResult result = parser.parse(sql);
        return new Statement(
                sql,
                result instanceof ParseResult.Parsed parsed ? parsed.tree() : null,
                StatementTokens.of(sql, version, Set.of()));
    }
}
