package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of one server.
 *
 * @param server the spec, as it was asked for
 * @param versionString what the server calls itself; empty where it could not be had
 * @param verdict in one word
 * @param runs how many runs were made
 * @param hits in how many of them the failure of the verdict was seen
 * @param signature of the failure; null where there was none
 * @param detail one line for people
 */
public record CheckResult(
        String server,
        String versionString,
        CheckVerdict verdict,
        int runs,
        int hits,
        @Nullable Signature signature,
        String detail) {}
