package dev.mysqlsmith.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two results of one statement are to be compared. Rows are a multiset unless more is known.
 *
 * @param sortedBy columns by which the rows are sorted, the first one most of all; rows that are equal in all of them may
 *     come in any order
 * @param anyRepresentative whether the server may give any of several strings that its collation holds equal
 * @param floatSums whether floats were added up, in whatever order
 * @param limit number of rows behind which the statement left out the others, arbitrary ones; null where it did not
 * @param counts whether the number of affected rows depends on the data alone
 * @param doubt why a difference may be no fault; a short fixed text, or null
 */
public record ComparisonRules(
        List<SortColumn> sortedBy,
        boolean anyRepresentative,
        boolean floatSums,
        @Nullable Long limit,
        boolean counts,
        @Nullable String doubt) {
    public ComparisonRules {
        sortedBy = List.copyOf(sortedBy);
    }

    /**
     * A column of a result, by its place or by its name.
     *
     * @param index from 0; -1 where the name tells
     */
    public record SortColumn(int index, String name) {}

    /** All values as they are, in any order. */
    public static ComparisonRules multiset() {
        return new ComparisonRules(List.of(), false, false, null, true, null);
    }

    /** The same, with rows sorted by these columns. */
    public ComparisonRules withSort(List<SortColumn> columns) {
        return new ComparisonRules(columns, anyRepresentative, floatSums, limit, counts, doubt);
    }

    /** The same for a statement that picks one of several equal strings. */
    public ComparisonRules withAnyRepresentative() {
        return new ComparisonRules(sortedBy, true, floatSums, limit, counts, doubt);
    }

    /** The same for a statement that adds up floats. */
    public ComparisonRules withFloatSums() {
        return new ComparisonRules(sortedBy, anyRepresentative, true, limit, counts, doubt);
    }

    /** The same for a statement that gives that many arbitrary rows at most. */
    public ComparisonRules withLimit(long rows) {
        return new ComparisonRules(sortedBy, anyRepresentative, floatSums, rows, counts, doubt);
    }

    /** The same for a statement whose number of affected rows says nothing. */
    public ComparisonRules withoutCounts() {
        return new ComparisonRules(sortedBy, anyRepresentative, floatSums, limit, false, doubt);
    }

    /** What a difference says: nothing where it may be no fault. */
    Comparison different(String kind, String detail) {
        return doubt == null ? new Comparison.Different(kind, detail) : new Comparison.Incomparable(doubt);
    }

    /** The same where a difference may have that reason. */
    public ComparisonRules withDoubt(String reason) {
        return new ComparisonRules(sortedBy, anyRepresentative, floatSums, limit, counts, reason);
    }
}
