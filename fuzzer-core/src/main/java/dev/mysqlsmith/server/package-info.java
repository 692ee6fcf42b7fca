/**
 * Database servers as values: what can be started, where it listens, what happened to it.
 *
 * <p>Lives here: {@link dev.mysqlsmith.server.ServerSpec}, the embedded, container, local and running servers, their
 * data-directory snapshots, and the evidence that a dead server leaves. Not here: executing statements (see {@code
 * execute}) and reading a crash out of the evidence (see {@code finding}).
 */
@NullMarked
package dev.mysqlsmith.server;

import org.jspecify.annotations.NullMarked;
