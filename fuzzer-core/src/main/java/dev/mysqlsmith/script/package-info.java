/**
 * Reads what people bring into histories: scripts of SQL, the server's general query logs, tests of mysqltest.
 *
 * <p>Not here: findings' folders (see {@code finding}) and running anything (see {@code verify}).
 */
@NullMarked
package dev.mysqlsmith.script;

import org.jspecify.annotations.NullMarked;
