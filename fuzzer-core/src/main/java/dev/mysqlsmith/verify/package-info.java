/**
 * Was a bug triggered? Replays a history on a fresh server and checks a repro against many servers.
 *
 * <p>Not here: reading a log (see {@code finding}) and searching for a smaller history (see {@code reduce}).
 */
@NullMarked
package dev.mysqlsmith.verify;

import org.jspecify.annotations.NullMarked;
