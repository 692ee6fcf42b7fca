package dev.mysqlsmith.execute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two result sets: columns by their place, rows as a multiset and, as far as they are sorted, in their order.
 * Names of columns are not compared, types only by what becomes of the values.
 */
final class ResultComparison {
    /** Rows without a partner are paired in quadratic time. */
    private static final long MOST_PAIRS = 4_000_000;

    private final ResultTable here;
    private final ResultTable there;
    private final ComparisonRules rules;
    private final List<ColumnComparison> columns;

    private ResultComparison(ResultTable here, ResultTable there, ComparisonRules rules) {
        this.here = here;
        this.there = there;
        this.rules = rules;
        this.columns = IntStream.range(
                        0, Math.min(here.types().size(), there.types().size()))
                .mapToObj(i ->
                        ColumnComparison.of(here.types().get(i), there.types().get(i), rules))
                .toList();
    }

    static Comparison compare(ResultTable here, ResultTable there, ComparisonRules rules) {
        return new ResultComparison(here, there, rules).compare();
    }

    private Comparison compare() {
        int width = here.types().size();
        if (width != there.types().size()) {
            return rules.different(
                    "columns: other number",
                    width + " columns against " + there.types().size());
        }
        if (here.truncated() || there.truncated()) {
            return new Comparison.Incomparable("result too long to compare");
        }
        Long limit = rules.limit();
        boolean cut = limit != null && Math.max(here.rows().size(), there.rows().size()) >= limit;
        if (cut) {
            return here.rows().size() == there.rows().size()
                    ? new Comparison.Incomparable("LIMIT without a total order")
                    : rowsDiffer(here.rows(), there.rows());
        }
        return compareAll();
    }

    private Comparison compareAll() {
        List<Row> left = rows(here, columns);
        List<Row> right = rows(there, columns);
        takeAway(left, right);
        takeAwayNear(left, right);
        if (!left.isEmpty() || !right.isEmpty()) {
            if (rules.anyRepresentative() && emptyTwice(left, there) && emptyTwice(right, here)) {
                return new Comparison.Incomparable("the two empty values of an ENUM");
            }
            return left.size() == right.size() ? valuesDiffer(left, right) : rowsDiffer(values(left), values(right));
        }
        return compareOrder();
    }

    /**
     * Whether all rows have an empty string and are in the other result, too: an ENUM has two values with that text, an error's and
     * one of its own, which DISTINCT and GROUP BY tell apart and a set operation does not. The type is not told with a result.
     */
    private boolean emptyTwice(List<Row> rows, ResultTable other) {
        Set<List<@Nullable Object>> keys = rows.isEmpty()
                ? Set.of()
                : rows(other, columns).stream().map(Row::keys).collect(Collectors.toSet());
        return rows.stream()
                .allMatch(row -> IntStream.range(0, columns.size())
                                .anyMatch(i -> columns.get(i).family() == ColumnFamily.STRING
                                        && "".equals(row.values().get(i)))
                        && keys.contains(row.keys()));
    }

    /** A row with the keys of its values, null for NULL. */
    private record Row(List<@Nullable String> values, List<@Nullable Object> keys) {
        Row only(List<Integer> columns) {
            List<@Nullable String> fewer = new ArrayList<>();
            List<@Nullable Object> fewerKeys = new ArrayList<>();
            for (int column : columns) {
                fewer.add(values.get(column));
                fewerKeys.add(keys.get(column));
            }
            return new Row(fewer, fewerKeys);
        }

        boolean isNear(Row other, List<ColumnComparison> columns) {
            for (int i = 0; i < keys.size(); i++) {
                Object mine = keys.get(i);
                Object its = other.keys.get(i);
                boolean same = mine == null || its == null
                        ? mine == its
                        : columns.get(i).same(mine, its);
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Row> rows(ResultTable table, List<ColumnComparison> columns) {
        List<Row> rows = new ArrayList<>(table.rows().size());
        for (List<@Nullable String> values : table.rows()) {
            List<@Nullable Object> keys = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                String value = values.get(i);
                keys.add(value == null ? null : columns.get(i).key(value));
            }
            rows.add(new Row(values, keys));
        }
        return rows;
    }

    /** Takes away rows with the same keys, one for one. */
    private static void takeAway(List<Row> left, List<Row> right) {
        Map<List<@Nullable Object>, Deque<Row>> partners = new HashMap<>();
        right.forEach(row ->
                partners.computeIfAbsent(row.keys, unused -> new ArrayDeque<>()).add(row));
        List<Row> alone = new ArrayList<>();
        for (Row row : left) {
            Deque<Row> same = partners.get(row.keys);
            if (same == null || same.isEmpty()) {
                alone.add(row);
            } else {
                same.remove();
            }
        }
        left.clear();
        left.addAll(alone);
        List<Row> rest = new ArrayList<>();
        for (Row row : right) {
            Deque<Row> same = Objects.requireNonNull(partners.get(row.keys));
            if (same.peek() == row) {
                rest.add(same.remove());
            }
        }
        right.clear();
        right.addAll(rest);
    }

    private void takeAwayNear(List<Row> left, List<Row> right) {
        boolean exact = columns.stream().noneMatch(ColumnComparison::isApproximate);
        if (exact || (long) left.size() * right.size() > MOST_PAIRS) {
            return;
        }
        left.removeIf(row -> {
            for (int i = 0; i < right.size(); i++) {
                if (row.isNear(right.get(i), columns)) {
                    right.remove(i);
                    return true;
                }
            }
            return false;
        });
    }

    private Comparison compareOrder() {
        List<Integer> sorted = sortedColumns();
        List<ColumnComparison> folded =
                columns.stream().map(ColumnComparison::folded).toList();
        List<Row> left = rows(here, folded);
        List<Row> right = rows(there, folded);
        for (int i = 0; i < left.size() && !sorted.isEmpty(); i++) {
            Row mine = left.get(i).only(sorted);
            Row its = right.get(i).only(sorted);
            if (!mine.isNear(its, sorted.stream().map(folded::get).toList())) {
                return rules.different(
                        "order of rows",
                        "row " + (i + 1) + " has " + RowText.of(List.of(mine.values())) + " against "
                                + RowText.of(List.of(its.values())));
            }
        }
        return new Comparison.Equal();
    }

    /** The columns that sort the rows, up to the first that can't be found. */
    private List<Integer> sortedColumns() {
        List<Integer> sorted = new ArrayList<>();
        for (ComparisonRules.SortColumn column : rules.sortedBy()) {
            int index = column.index() >= 0 ? column.index() : indexOf(column.name());
            boolean found = index >= 0 && index < columns.size();
            if (!found || columns.get(index).family() == ColumnFamily.JSON) { // the order of JSON objects is not said
                return sorted;
            }
            sorted.add(index);
        }
        return sorted;
    }

    private int indexOf(String name) {
        int[] found = IntStream.range(0, here.columns().size())
                .filter(i -> here.columns().get(i).equalsIgnoreCase(name))
                .toArray();
        return found.length == 1 ? found[0] : -1;
    }

    private Comparison rowsDiffer(List<List<@Nullable String>> left, List<List<@Nullable String>> right) {
        String kind = here.rows().size() < there.rows().size() ? "rows: fewer" : "rows: more";
        return rules.different(kind, only("here", left) + "; " + only("there", right));
    }

    private Comparison valuesDiffer(List<Row> left, List<Row> right) {
        String what = IntStream.range(0, columns.size())
                .mapToObj(i -> valueClass(i, left, right))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return rules.different(
                "values: " + (what.isEmpty() ? "in other rows" : what),
                only("here", values(left)) + "; " + only("there", values(right)));
    }

    /** How a column differs; null where its values are the same, in whatever order. */
    private @Nullable String valueClass(int column, List<Row> left, List<Row> right) {
        List<Row> mine = new ArrayList<>(only(column, left));
        List<Row> its = new ArrayList<>(only(column, right));
        takeAway(mine, its);
        if (mine.isEmpty()) {
            return null;
        }
        String family = columns.get(column).family().name();
        boolean nullHere = mine.stream().allMatch(row -> row.keys.get(0) == null);
        boolean nullThere = its.stream().allMatch(row -> row.keys.get(0) == null);
        return nullHere ? "NULL for " + family : nullThere ? family + " for NULL" : family;
    }

    private static List<Row> only(int column, List<Row> rows) {
        return rows.stream().map(row -> row.only(List.of(column))).toList();
    }

    private static List<List<@Nullable String>> values(List<Row> rows) {
        return rows.stream().map(Row::values).toList();
    }

    private static String only(String where, List<List<@Nullable String>> rows) {
        return "only " + where + ": " + RowText.of(rows);
    }
}
