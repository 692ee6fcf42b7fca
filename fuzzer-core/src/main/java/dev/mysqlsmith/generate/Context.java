package dev.mysqlsmith.generate;

import dev.mysqlsmith.schema.ColumnType;
import dev.mysqlsmith.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is inherited on the way down a tree.
 *
 * @param expected the type that an expression should have
 * @param compared what the conditions of a CASE are compared with
 * @param aggregate whether an aggregate function is around
 * @param nesting how many queries are around
 * @param query what the query under construction owes to its surroundings
 * @param table the table that the statement changes or defines
 * @param exact the column that a value is for
 */
record Context(
        Scope scope,
        Type expected,
        Type compared,
        Clause clause,
        boolean aggregate,
        int nesting,
        QueryTask query,
        @Nullable Table table,
        @Nullable ColumnType exact) {

    static Context top() {
        return new Context(
                Scope.top(), Type.ANY, Type.BOOLEAN, Clause.CONSTANT, false, 0, QueryTask.free(), null, null);
    }

    Context expecting(Type type) {
        return type == expected && exact == null
                ? this
                : new Context(scope, type, compared, clause, aggregate, nesting, query, table, null);
    }

    Context comparing(Type with, Type result) {
        return new Context(scope, result, with, clause, aggregate, nesting, query, table, null);
    }

    Context in(Clause newClause) {
        return newClause == clause
                ? this
                : new Context(scope, expected, compared, newClause, aggregate, nesting, query, table, exact);
    }

    Context in(Scope newScope) {
        return new Context(newScope, expected, compared, clause, aggregate, nesting, query, table, exact);
    }

    Context inAggregate() {
        return new Context(scope, expected, compared, Clause.ROWS, true, nesting, query, table, null);
    }

    Context nested(QueryTask task) {
        return new Context(scope, Type.ANY, compared, clause, aggregate, nesting + 1, task, table, null);
    }

    /** The same inside of so many queries. */
    Context inside(int queries) {
        return new Context(scope, expected, compared, clause, aggregate, queries, query, table, exact);
    }

    Context doing(QueryTask task) {
        return new Context(scope, expected, compared, clause, aggregate, nesting, task, table, exact);
    }

    Context on(Table target) {
        return new Context(scope, expected, compared, clause, aggregate, nesting, query, target, exact);
    }

    Context withoutTable() {
        return new Context(scope, expected, compared, clause, aggregate, nesting, query, null, exact);
    }

    Context storing(ColumnType column) {
        return new Context(scope, Type.of(column), compared, clause, aggregate, nesting, query, table, column);
    }
}
