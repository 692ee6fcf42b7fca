/**
 * What counts as a find: reading a crash out of a server's evidence, signatures, histories, findings and their store on
 * disk.
 *
 * <p>Not here: running statements again (see {@code verify}) and making a history smaller (see {@code reduce}).
 */
@NullMarked
package dev.mysqlsmith.finding;

import org.jspecify.annotations.NullMarked;
