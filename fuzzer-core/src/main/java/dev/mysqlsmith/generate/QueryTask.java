package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a query under construction owes to its surroundings, and what came of it. {@link #output} fills while the select
 * list is made.
 */
final class QueryTask {
    /** How many rows may come, as far as the place of the query cares. */
    enum Rows {
        ANY,
        /** What a table is filled with: many would make tables that no join of them ends on. */
        FEW,
        /** A scalar subquery: LIMIT sees to it. */
        ONE,
        /** A scalar subquery that gives one row by what it is: an aggregate without GROUP BY, or of no table. */
        SINGLE,
        /** IN, ANY, ALL: MySQL takes no LIMIT there. */
        UNLIMITED
    }

    private final @Nullable List<Type> wanted;
    private final Rows rows;
    private List<Column> output = List.of();
    private @Nullable Scope body;
    private boolean quantifier;
    private boolean aggregate;
    private @Nullable Recursion recursion;
    private List<String> lockable = List.of();

    private QueryTask(@Nullable List<Type> wanted, Rows rows) {
        this.wanted = wanted;
        this.rows = rows;
    }

    /** Any columns, any rows. */
    static QueryTask free() {
        return new QueryTask(null, Rows.ANY);
    }

    /** Any columns, few rows. */
    static QueryTask few() {
        return new QueryTask(null, Rows.FEW);
    }

    static QueryTask of(List<Type> wanted, Rows rows) {
        return new QueryTask(List.copyOf(wanted), rows);
    }

    /** A part of the query of a recursive table. */
    static QueryTask recursive(List<Type> types, Recursion recursion) {
        QueryTask task = of(types, Rows.ANY);
        task.recursion = recursion;
        return task;
    }

    /** What it has to do with a recursive table; null for nothing. */
    @Nullable
    Recursion recursion() {
        return recursion;
    }

    /** The names of the base tables that FOR UPDATE OF may name. */
    List<String> lockable() {
        return lockable;
    }

    void mayLock(List<String> tables) {
        lockable = List.copyOf(tables);
    }

    /** The types that are wanted, where it is known that they are. */
    List<Type> types() {
        return Objects.requireNonNull(wanted);
    }

    /** The types of the columns that are wanted, or null where the query chooses. */
    @Nullable
    List<Type> wanted() {
        return wanted;
    }

    Rows rows() {
        return rows;
    }

    /** The result's columns; empty while they are not known, and for {@code *}. */
    List<Column> output() {
        return output;
    }

    void deliver(List<Column> columns) {
        output = List.copyOf(columns);
    }

    /** Whether ALL or DISTINCT was said. */
    boolean hasQuantifier() {
        return quantifier;
    }

    void quantify() {
        quantifier = true;
    }

    /** Whether an aggregate has to be in the select list. */
    boolean owesAggregate() {
        return aggregate;
    }

    void oweAggregate() {
        aggregate = true;
    }

    /** The scope whose columns ORDER BY may use beside the result's; null where it may use those only. */
    @Nullable
    Scope body() {
        return body;
    }

    void orderBy(@Nullable Scope scope) {
        body = scope;
    }

    /** {@link Clause#LITERAL} where ORDER BY may name columns of the result only. */
    Clause orderClause() {
        return body == null ? Clause.LITERAL : Clause.ROWS;
    }
}
