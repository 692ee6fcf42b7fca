/**
 * MySQL's syntax, written once: the grammar's files, the parser, the immutable tree, the grammar as data that can be walked.
 *
 * <p>Not here: JDBC, randomness of its own (a walk asks a {@link dev.mysqlsmith.grammar.Decisions}), the meaning of names
 * and types (see {@code generate} in the core).
 */
@NullMarked
package dev.mysqlsmith.grammar;

import org.jspecify.annotations.NullMarked;
