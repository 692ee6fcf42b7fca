package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks what parts of a query are, and writes them as constants: numbers whose text is all of their value, and texts with their
 * collation.
 */
record Constants(QueryTree query, ServerVersion version, Asker asker) {
    private static final int LONGEST_TEXT = 200;

    private static final Set<String> INTEGERS = Set.of("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT");
    private static final Set<String> TEXTS = Set.of("CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT");

    /**
     * By which rules an expression is compared.
     *
     * @param collation of a text; empty of a number
     * @param integer whether it is one
     */
    record Kind(String collation, boolean integer) {
        static final Kind INTEGER = new Kind("", true);
        static final Kind DECIMAL = new Kind("", false);

        static Kind text(String collation) {
            return new Kind(collation, false);
        }

        boolean isText() {
            return !collation.isEmpty();
        }

        /** Whether both are numbers, or texts of one collation. */
        boolean isLike(Kind other) {
            return collation.equals(other.collation);
        }
    }

    /** The rows of what needs nothing of the query around it; empty where it does. */
    Optional<ResultTable> alone(String sql) {
        return asker.ask(sql) instanceof Outcome.Rows rows
                ? Optional.of(rows.tables().get(0)).filter(table -> !table.truncated())
                : Optional.empty();
    }

    /** The values that columns and a predicate have together, of all rows of FROM. */
    Optional<List<List<@Nullable String>>> combinations(List<String> expressions) {
        return selecting(expressions)
                .map(changed -> changed.withoutClauses("whereClause").distinct())
                .flatMap(changed -> alone(changed.sql()))
                .map(ResultTable::rows);
    }

    /** By which rules an expression of the query is compared; empty where they are others than those of constants. */
    Optional<Kind> kind(String expression) {
        return noRows(expression).flatMap(table -> kind(table, () -> noRows("COLLATION(MAX(" + expression + "))")));
    }

    /** Whether an expression of the query is an integer. */
    boolean isInteger(String expression) {
        return noRows(expression)
                .flatMap(table -> kind(table, Optional::empty))
                .filter(Kind.INTEGER::equals)
                .isPresent();
    }

    private Optional<ResultTable> noRows(String expression) {
        return selecting(List.of(expression))
                .flatMap(changed -> alone(changed.empty().sql()));
    }

    /** The values of a subquery of one column as constants that are compared as they are; empty where its kind does not fit. */
    Optional<List<String>> values(String subquery, Predicate<Kind> fits) {
        return alone(subquery)
                .flatMap(table -> kind(table, () -> alone("SELECT COLLATION((" + subquery + "))"))
                        .filter(fits)
                        .flatMap(kind -> constants(table, kind)));
    }

    private static Optional<List<String>> constants(ResultTable table, Kind kind) {
        List<String> constants = table.rows().stream()
                .flatMap(row -> constant(row.get(0), kind).stream())
                .toList();
        return Optional.of(constants).filter(all -> all.size() == table.rows().size());
    }

    private static Optional<Kind> kind(ResultTable table, Supplier<Optional<ResultTable>> collation) {
        if (table.types().size() != 1) {
            return Optional.empty();
        }
        String type = table.types().get(0).toUpperCase(Locale.ROOT).split("[ (]", 2)[0];
        if (TEXTS.contains(type)) {
            return collation
                    .get()
                    .filter(names -> names.rows().size() == 1)
                    .flatMap(names -> Optional.ofNullable(names.rows().get(0).get(0)))
                    .filter(name -> name.startsWith("utf8mb4_"))
                    .map(Kind::text);
        }
        return INTEGERS.contains(type)
                ? Optional.of(Kind.INTEGER)
                : Optional.of(Kind.DECIMAL).filter(unused -> type.equals("DECIMAL"));
    }

    private static Optional<String> constant(@Nullable String value, Kind kind) {
        if (value == null || !kind.isText()) {
            return Optional.of(text(value));
        }
        boolean whole = value.length() <= LONGEST_TEXT && value.indexOf('\uFFFD') < 0; // else it was no UTF-8
        String bytes = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        return Optional.of("_utf8mb4 x'" + bytes + "' COLLATE " + kind.collation())
                .filter(unused -> whole);
    }

    private Optional<QueryTree> selecting(List<String> expressions) {
        return parsed("SELECT " + String.join(", ", expressions))
                .map(statement -> query.unordered()
                        .withoutClauses(
                                "selectOption", "groupByClause", "havingClause", "windowClause", "qualifyClause")
                        .withClause(statement.all("selectItemList").get(0)));
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
