package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.Signature;

/** Which wrong answers are known already: a replay passes over them and looks for others. */
@FunctionalInterface
public interface KnownAnswers {
    /** None is. */
    KnownAnswers NONE = (signature, evidence, sql, versionString) -> false;

    /**
     * Whether this one is.
     *
     * @param sql the statement that showed it
     * @param versionString of the server
     */
    boolean has(Signature signature, String evidence, String sql, String versionString);
}
