/**
 * The search for the smallest history that still shows the same failure, its passes, and the files that tell it.
 *
 * <p>Not here: what a failure is (see {@code finding}) and how a history is run on a server (see {@code verify}).
 */
@NullMarked
package dev.mysqlsmith.reduce;

import org.jspecify.annotations.NullMarked;
