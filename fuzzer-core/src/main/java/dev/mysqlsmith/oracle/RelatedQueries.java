package dev.mysqlsmith.oracle;

import java.util.List;

/**
 * Two ways to ask for the same rows.
 *
 * @param name of the pair within its relation, a short fixed text
 * @param left statements whose rows, put together,
 * @param right are the rows of these
 */
record RelatedQueries(String name, List<QueryTree> left, List<QueryTree> right) {
    RelatedQueries {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }
}
