package dev.mysqlsmith.server;

import org.jspecify.annotations.Nullable;

/**
 * What a server left behind: whether it still runs, how it ended, and its error log since its last start.
 *
 * @param alive whether it still runs
 * @param exitCode the exit code, or null while it runs, or where it was ended by a signal, or where nobody can tell
 * @param signal the signal that ended it (mysqld's own handler for SIGSEGV and SIGABRT re-raises or exits with code 2 or
 *     134/139; this field is what the operating system says), or null
 * @param outOfMemory whether the environment says that the kernel ended it for memory
 * @param endedByUs whether {@link Server#kill}, {@link Server#reset} or {@link Server#close} ended it
 * @param log the error log since the last start, UTF-8 with malformed bytes replaced; empty where it can't be read
 */
public record Evidence(
        boolean alive,
        @Nullable Integer exitCode,
        @Nullable Integer signal,
        boolean outOfMemory,
        boolean endedByUs,
        String log) {}
