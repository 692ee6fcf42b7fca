package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.ReplayOracles;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How patient a replay is, and what it looks for.
 *
 * @param statementTimeout after which a statement is killed
 * @param settle how long to look at a server that seems well after the last statement: background threads crash late
 * @param dying how long to wait for a server that lost a connection to be gone: debug builds write stacks for seconds
 * @param oracles who judge, beside the evidence of the server
 * @param meant which wrong answers it is about: another one is told only where none of these comes
 * @param known which wrong answers are passed over
 */
public record ReplaySettings(
        Duration statementTimeout,
        Duration settle,
        Duration dying,
        ReplayOracles oracles,
        Predicate<Signature> meant,
        KnownAnswers known) {

    /** 30 s a statement, half a second after the last one, a minute for a dying server. */
    public static ReplaySettings defaults() {
        return new ReplaySettings(
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                Duration.ofSeconds(60),
                ReplayOracles.NONE,
                any -> true,
                KnownAnswers.NONE);
    }

    /** The same with another timeout. */
    public ReplaySettings withStatementTimeout(Duration timeout) {
        return new ReplaySettings(timeout, settle, dying, oracles, meant, known);
    }

    /** The same with another wait after the last statement. */
    public ReplaySettings withSettle(Duration wait) {
        return new ReplaySettings(statementTimeout, wait, dying, oracles, meant, known);
    }

    /** The same with other judges of queries. */
    public ReplaySettings withOracles(ReplayOracles judges) {
        return new ReplaySettings(statementTimeout, settle, dying, judges, meant, known);
    }

    /** The same where it is about these wrong answers. */
    public ReplaySettings withMeant(Predicate<Signature> answers) {
        return new ReplaySettings(statementTimeout, settle, dying, oracles, answers, known);
    }

    /** The same where these wrong answers are passed over. */
    public ReplaySettings withKnown(KnownAnswers answers) {
        return new ReplaySettings(statementTimeout, settle, dying, oracles, meant, answers);
    }
}
