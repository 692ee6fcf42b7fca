package dev.mysqlsmith.generate;

/** Where an expression stands, which decides what it may contain. */
enum Clause {
    /** No columns at all: VALUES, LIMIT, SET. */
    CONSTANT(false, false, false, true, true),
    /** Deterministic constants only: partition bounds, DEFAULT. */
    LITERAL(false, false, false, false, false),
    /** The variables of a function that reads no table. */
    PROGRAM(true, false, false, false, true),
    /** The columns of one table, no subquery, nothing volatile: generated columns, CHECK, key parts. */
    DEFINITION(true, false, false, false, false),
    /** WHERE, ON, arguments of aggregate functions, assignments. */
    ROWS(true, false, false, true, true),
    /** HAVING; ORDER BY of a grouped query. */
    GROUPS(true, true, false, true, true),
    /** The select list of a subquery of IN, ANY or ALL: MySQL takes no window functions there. */
    PLAIN_LIST(true, true, false, true, true),
    /** The select list and ORDER BY. */
    SELECT_LIST(true, true, true, true, true),
    /** Arguments of a function over a window. */
    WINDOWED(true, false, false, false, true),
    /** GROUP BY: names columns, no subquery. */
    GROUPING(true, false, false, false, false);

    final boolean columns;
    final boolean aggregates;
    final boolean windows;
    final boolean subqueries;
    final boolean volatiles;

    Clause(boolean columns, boolean aggregates, boolean windows, boolean subqueries, boolean volatiles) {
        this.columns = columns;
        this.aggregates = aggregates;
        this.windows = windows;
        this.subqueries = subqueries;
        this.volatiles = volatiles;
    }
}
