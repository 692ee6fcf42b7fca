/**
 * The JUnit 5 extension: tests that fuzz a server, and tests that run repros. Needs junit-jupiter-api, which whoever uses it
 * has.
 *
 * <p>Not here: anything that works without JUnit; see {@code campaign}.
 */
@NullMarked
package dev.mysqlsmith.junit;

import org.jspecify.annotations.NullMarked;
