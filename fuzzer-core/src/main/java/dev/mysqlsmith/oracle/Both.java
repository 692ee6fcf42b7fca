package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.execute.ResultTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for both sides of related queries, and compares what they give. */
record Both(Asker asker, ComparisonRules rules) {
    private static final Pattern LONG_DECIMALS = Pattern.compile("-?\\d*\\.\\d{30,}");

    private static final String NO_LIMIT = "18446744073709551615";

    Comparison compare(RelatedQueries pair) {
        return compare(rows(pair.left(), null, null), rows(pair.right(), null, null));
    }

    /** The same where the rows of one query are known. */
    Comparison compare(RelatedQueries pair, QueryTree query, Outcome known) {
        return compare(rows(pair.left(), query, known), rows(pair.right(), query, known));
    }

    Comparison compare(Outcome left, Outcome right) {
        boolean failed = left instanceof Outcome.Failed || right instanceof Outcome.Failed;
        if (failed) {
            return new Comparison.Incomparable("one way to ask fails");
        }
        Comparison comparison = OutcomeComparison.compare(left, right, rules);
        return comparison instanceof Comparison.Different && (hasLongDecimals(left) || hasLongDecimals(right))
                ? new Comparison.Incomparable("more decimals than a column has")
                : comparison;
    }

    /** Columns have 30 decimals at most, so that what goes through a temporary table is rounded. */
    private static boolean hasLongDecimals(Outcome outcome) {
        return outcome instanceof Outcome.Rows rows
                && rows.tables().stream()
                        .flatMap(table -> table.rows().stream())
                        .flatMap(List::stream)
                        .anyMatch(value ->
                                value != null && LONG_DECIMALS.matcher(value).matches());
    }

    /** The rows of all, put together; what the first one did that gave none. */
    private Outcome rows(List<QueryTree> queries, @Nullable QueryTree known, @Nullable Outcome outcome) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<ResultTable> tables = new ArrayList<>();
        for (QueryTree query : queries) {
            Outcome one = outcome != null && query.equals(known) ? outcome : asker.ask(query.sql());
            if (!(one instanceof Outcome.Rows given)) {
                return one;
            }
            tables.addAll(given.tables());
        }
        tables.forEach(table -> rows.addAll(table.rows()));
        boolean truncated = tables.stream().anyMatch(ResultTable::truncated);
        ResultTable first = tables.get(0);
        return new Outcome.Rows(
                List.of(new ResultTable(first.columns(), first.types(), rows, truncated)), Duration.ZERO);
    }

    /** Why the session's settings make answers a matter of chance; empty where they do not. */
    Optional<String> unsettled(QueryTree query) {
        if (!(asker.ask("SELECT @@sql_mode, @@sql_select_limit, @@sql_auto_is_null")
                instanceof Outcome.Rows settings)) {
            return Optional.of("the session's settings are not known");
        }
        List<@Nullable String> row = settings.tables().get(0).rows().get(0);
        boolean grouped = !query.statement().all("groupByClause").isEmpty()
                || !query.statement().all("aggregateFunction").isEmpty();
        if (grouped && !String.valueOf(row.get(0)).contains("ONLY_FULL_GROUP_BY")) {
            return Optional.of("any value of a group");
        }
        if (!"0".equals(row.get(2))) {
            return Optional.of("sql_auto_is_null"); // IS NULL finds the row that was inserted last
        }
        return NO_LIMIT.equals(row.get(1)) ? Optional.empty() : Optional.of("sql_select_limit");
    }

    /** The plan of a query, for people; empty where there is none to be had. */
    String plan(QueryTree query) {
        return asker.ask("EXPLAIN FORMAT=TREE " + query.sql()) instanceof Outcome.Rows rows
                ? rows.tables().get(0).rows().stream()
                        .map(row -> String.valueOf(row.get(0)).strip())
                        .collect(Collectors.joining("\n"))
                : "";
    }
}
