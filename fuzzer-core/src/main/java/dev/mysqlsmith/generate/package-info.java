/**
 * Statements that mean something: the grammar's walk, and binders that fill in names, types and values.
 *
 * <p>Not here: syntax (see the grammar's files), JDBC, and judging what a statement did.
 */
@NullMarked
package dev.mysqlsmith.generate;

import org.jspecify.annotations.NullMarked;
