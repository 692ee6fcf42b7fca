package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks what parts of a query are, and writes them as constants. Only numbers whose text is all of their value are written. */
record Constants(QueryTree query, ServerVersion version, Asker asker) {
    private static final Set<String> INTEGERS = Set.of("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT");

    /** The rows of what needs nothing of the query around it; empty where it does. */
    Optional<ResultTable> alone(String sql) {
        return asker.ask(sql) instanceof Outcome.Rows rows
                ? Optional.of(rows.tables().get(0)).filter(table -> !table.truncated())
                : Optional.empty();
    }

    /** The values that columns and a predicate have, of all rows of FROM. */
    Optional<List<List<@Nullable String>>> values(List<String> expressions) {
        return selecting(expressions)
                .map(changed -> changed.withoutClauses("whereClause").distinct())
                .flatMap(changed -> alone(changed.sql()))
                .map(ResultTable::rows);
    }

    /** Whether an expression of the query is an integer or, where these will do, a decimal. */
    boolean isNumber(String expression, boolean decimals) {
        return selecting(List.of(expression))
                .map(changed -> changed.withClause(Fragments.first("whereClause", "SELECT 1 FROM t WHERE FALSE")))
                .flatMap(changed -> alone(changed.sql()))
                .filter(table -> hasNumber(table, decimals))
                .isPresent();
    }

    private Optional<QueryTree> selecting(List<String> expressions) {
        return parsed("SELECT " + String.join(", ", expressions))
                .map(statement -> query.unordered()
                        .withoutClauses(
                                "selectOption", "groupByClause", "havingClause", "windowClause", "qualifyClause")
                        .withClause(statement.all("selectItemList").get(0)));
    }

    /** Whether it is one column of such numbers. */
    static boolean hasNumber(ResultTable table, boolean decimals) {
        String type = table.types().get(0).toUpperCase(Locale.ROOT).split("[ (]", 2)[0];
        return table.types().size() == 1 && (INTEGERS.contains(type) || decimals && type.equals("DECIMAL"));
    }

    /** A number, or NULL. */
    static String text(@Nullable String value) {
        return value == null ? "NULL" : value;
    }

    /** The expression of that text. */
    Optional<SyntaxTree.Node> expression(String text) {
        return parsed("SELECT " + text)
                .map(statement -> statement.all("expression").get(0));
    }

    private Optional<SyntaxTree.Node> parsed(String sql) {
        return new SqlParser(version, Set.of()).parse(sql) instanceof ParseResult.Parsed parsed
                ? Optional.of(parsed.tree())
                : Optional.empty();
    }
}
