package dev.mysqlsmith.generate;

/**
 * That a query under construction belongs to a recursive common table expression.
 *
 * @param table its name and columns; the first one counts
 */
record Recursion(Relation table, Part part) {
    /** Which part of its query. */
    enum Part {
        WHOLE,
        SEED,
        STEP
    }
}
