/**
 * Running statements: sessions on a server, the outcome of each statement, timeouts, comparison of results.
 *
 * <p>Not here: starting servers (see {@code server}) and judging an outcome (see {@code oracle}).
 */
@NullMarked
package dev.mysqlsmith.execute;

import org.jspecify.annotations.NullMarked;
