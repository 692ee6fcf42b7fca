package dev.mysqlsmith.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two ways to ask for the same rows. Of many pairs few are asked, so that one side may be made when it is. */
final class RelatedQueries {
    private final String name;
    private final List<QueryTree> left;
    private final @Nullable List<Integer> place;
    private final Supplier<List<QueryTree>> maker;
    private @Nullable List<QueryTree> right;

    private RelatedQueries(
            String name, List<QueryTree> left, @Nullable List<Integer> place, Supplier<List<QueryTree>> maker) {
        this.name = name;
        this.left = List.copyOf(left);
        this.place = place;
        this.maker = maker;
    }

    /**
     * Both sides.
     *
     * @param name of the pair within its relation, a short fixed text
     * @param left statements whose rows, put together,
     * @param right are the rows of these
     */
    RelatedQueries(String name, List<QueryTree> left, List<QueryTree> right) {
        this(name, left, null, () -> right);
    }

    /** Two queries. */
    static RelatedQueries of(String name, QueryTree query, QueryTree other) {
        return new RelatedQueries(name, List.of(query), List.of(other));
    }

    /** A query, and what makes the other one. */
    static RelatedQueries later(String name, QueryTree query, Supplier<QueryTree> other) {
        return new RelatedQueries(name, List.of(query), null, () -> List.of(other.get()));
    }

    /** The same, where the one query is the other but for that place. */
    RelatedQueries at(TruthPlace only) {
        return new RelatedQueries(name, left, only.path(), maker);
    }

    String name() {
        return name;
    }

    /** The path to the predicate in whose place the other query has something else; empty where that is not all. */
    Optional<List<Integer>> place() {
        return Optional.ofNullable(place);
    }

    List<QueryTree> left() {
        return left;
    }

    List<QueryTree> right() {
        if (right == null) {
            right = List.copyOf(maker.get());
        }
        return right;
    }
}
