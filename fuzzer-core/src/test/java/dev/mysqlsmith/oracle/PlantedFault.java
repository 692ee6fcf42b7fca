package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fault of a server, played by what is between the oracle and a right one: at some queries, rows or values go wrong. */
record PlantedFault(Seat seat, Harm harm) {

    /** Which queries suffer, and who claims to see it. */
    enum Seat {
        NEGATION("tlp", sql -> sql.contains("WHERE NOT (")),
        /** A WHERE that an index or a rewriting answers. */
        WHERE(
                "tlp norec dqp",
                sql -> sql.contains("WHERE")
                        && !sql.contains("WHERE (")
                        && !NEGATION.at(sql)
                        && !sql.contains("index_merge=off")),
        IS_NULL("tlp", sql -> sql.contains("WHERE (") && sql.contains(") IS NULL")),
        NO_WHERE("tlp norec", sql -> !sql.contains("WHERE") && !sql.contains("HAVING")),
        SEMIJOIN("dqp", sql -> sql.contains("IN (SELECT") && !sql.contains("semijoin=off")),
        JOIN("dqp", sql -> sql.contains(" JOIN ") && !sql.contains("block_nested_loop=off")),
        TEMPORARY_TABLE("dqp", sql -> sql.contains("DISTINCT") && !sql.contains("big_tables")),
        DERIVED_TABLE("wrap", sql -> sql.contains("FROM (SELECT")),
        COMMON_TABLE("wrap", sql -> sql.startsWith("WITH")),
        DISTINCT("tlp", sql -> sql.contains("SELECT DISTINCT") && sql.contains("WHERE")),
        AGGREGATE("tlp", sql -> sql.matches(".*SELECT (COUNT|SUM|MAX)\\(\\w+\\) FROM t WHERE.*")),
        GROUPS("tlp", sql -> sql.matches(".*WHERE [^()]* GROUP BY.*")),
        HAVING("tlp", sql -> sql.contains("HAVING") && !sql.contains("HAVING (") && !sql.contains("HAVING NOT")),
        JOIN_CONDITION("eet", sql -> sql.contains(" ON t.a = u.b")),
        BRANCH("eet", sql -> sql.contains("WHERE CASE") || sql.contains("AND CASE")),
        SELECTED("eet", sql -> sql.contains(", a + 1 AS")),
        SUBQUERY("coddtest", sql -> sql.contains("> (SELECT MIN")),
        TEXTS("coddtest", sql -> sql.contains("s NOT IN (SELECT")),
        CONSTANT_IN_HAVING("coddtest", sql -> sql.contains("HAVING EXISTS")),
        VALUE_IN_ON("coddtest", sql -> sql.contains("u.b < (SELECT")),
        CASES("coddtest", sql -> sql.contains("CASE WHEN a <=>"));

        private final Set<String> claimedBy;
        private final Predicate<String> at;

        Seat(String oracles, Predicate<String> at) {
            claimedBy = Set.of(oracles.split(" "));
            this.at = at;
        }

        boolean at(String sql) {
            return at.test(sql);
        }
    }

    /** What happens to the rows. */
    enum Harm {
        FIRST_ROW_LOST,
        LAST_ROW_LOST,
        ROW_DOUBLED,
        ALL_ROWS_LOST,
        VALUE_NULL,
        NUMBER_OFF_BY_ONE,
        STRING_TRUNCATED;

        boolean isOfRows() {
            return ordinal() <= ALL_ROWS_LOST.ordinal();
        }
    }

    /** All that can show: a count of groups has no string, and one row of an aggregate is either there or not. */
    static List<PlantedFault> all() {
        return Arrays.stream(Seat.values())
                .flatMap(seat -> Stream.of(Harm.values()).map(harm -> new PlantedFault(seat, harm)))
                .filter(fault -> fault.seat != Seat.HAVING || fault.harm != Harm.STRING_TRUNCATED)
                .filter(fault -> fault.seat != Seat.AGGREGATE || fault.harm != Harm.LAST_ROW_LOST)
                .toList();
    }

    /** NoREC counts rows and sees no values; a value does not matter to it. */
    boolean isClaimedBy(String oracle) {
        return seat.claimedBy.contains(oracle) && (harm.isOfRows() || !oracle.equals("norec"));
    }

    /** What the faulty server gives where a right one gives {@code right}. */
    Outcome spoil(String sql, Outcome right) {
        if (!(right instanceof Outcome.Rows rows)
                || !seat.at(sql)
                || !sql.contains("FROM")
                || sql.contains("_schema")
                || sql.startsWith("EXPLAIN")) {
            return right;
        }
        ResultTable table = rows.tables().get(0);
        List<List<@Nullable String>> spoilt = sql.contains("COUNT(*) FROM") || sql.contains("COUNT(CASE")
                ? counted(table.rows())
                : spoil(table, new ArrayList<>(table.rows()));
        return new Outcome.Rows(
                List.of(new ResultTable(table.columns(), table.types(), spoilt, false)), rows.elapsed());
    }

    /** The rows that are lost or doubled are below the count. */
    private List<List<@Nullable String>> counted(List<List<@Nullable String>> rows) {
        long count = Long.parseLong(String.valueOf(rows.get(0).get(0)));
        long spoilt =
                switch (harm) {
                    case FIRST_ROW_LOST, LAST_ROW_LOST -> Math.max(0, count - 1);
                    case ROW_DOUBLED -> count == 0 ? 0 : count + 1;
                    case ALL_ROWS_LOST -> 0;
                    case VALUE_NULL, NUMBER_OFF_BY_ONE, STRING_TRUNCATED -> count;
                };
        return List.of(List.of(String.valueOf(spoilt)));
    }

    private List<List<@Nullable String>> spoil(ResultTable table, List<List<@Nullable String>> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        switch (harm) {
            case FIRST_ROW_LOST -> rows.remove(0);
            case LAST_ROW_LOST -> rows.remove(rows.size() - 1);
            case ROW_DOUBLED -> rows.add(rows.get(0));
            case ALL_ROWS_LOST -> rows.clear();
            case VALUE_NULL -> change(table, rows, "", value -> null);
            case NUMBER_OFF_BY_ONE ->
                change(table, rows, "INT", value -> String.valueOf(new BigDecimal(value).add(BigDecimal.ONE)));
            case STRING_TRUNCATED -> change(table, rows, "CHAR", value -> value.substring(0, value.length() - 1));
        }
        return rows;
    }

    private interface Change {
        @Nullable
        String of(String value);
    }

    /** The first value of that type that there is. */
    private static void change(ResultTable table, List<List<@Nullable String>> rows, String type, Change change) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < table.types().size(); column++) {
                String value = rows.get(row).get(column);
                boolean fits = table.types().get(column).contains(type)
                        || (type.equals("INT") && table.types().get(column).equals("DECIMAL"));
                if (fits && value != null && !value.isEmpty()) {
                    List<@Nullable String> changed = new ArrayList<>(rows.get(row));
                    changed.set(column, change.of(value));
                    rows.set(row, changed);
                    return;
                }
            }
        }
    }

    @Override
    public String toString() {
        return seat + " " + harm;
    }
}
