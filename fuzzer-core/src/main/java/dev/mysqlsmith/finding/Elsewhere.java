package dev.mysqlsmith.finding;

import org.jspecify.annotations.Nullable;

/**
 * What a finding's repro does on another server.
 *
 * @param server the spec, without a password
 * @param versionString what the server calls itself; empty where it could not be had
 * @param verdict as {@code check} says it: {@code TRIGGERED}, {@code OTHER}, {@code NOT_TRIGGERED}, {@code COULD_NOT_RUN}
 * @param signature of the failure there; null where there was none
 * @param detail one line for people
 */
public record Elsewhere(
        String server,
        String versionString,
        String verdict,
        @Nullable String signature,
        String detail) {

    /** For people: {@code mysql:8.0.12: OTHER: crash: signal 11 in f}. */
    public String text() {
        return server + ": " + verdict + ": " + (signature == null ? detail : signature);
    }
}
