/**
 * Judges of what a statement did, one file each; a judge sees sessions, statements and outcomes.
 *
 * <p>Not here: how statements are made (an oracle knows no generator) and what becomes of a suspect (see {@code verify} and
 * {@code finding}).
 */
@NullMarked
package dev.mysqlsmith.oracle;

import org.jspecify.annotations.NullMarked;
