/**
 * The command line: one class a command, the console's progress, exit codes.
 *
 * <p>Not here: anything a test suite would want to call; that is in the core.
 */
@NullMarked
package dev.mysqlsmith.cli;

import org.jspecify.annotations.NullMarked;
