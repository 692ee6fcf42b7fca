package dev.mysqlsmith.verify;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.server.ServerSpec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repro, and the servers on which it is to be tried.
 *
 * @param history the repro's statements
 * @param servers where to run it, each on its own
 * @param references servers that are held to be right: an answer that differs from theirs is a wrong result
 * @param runs how often on each; every run starts on a fresh server
 * @param expected the failure that is asked for: a signature's id, or a part of its text; null for any failure
 * @param statementTimeout after which a statement is killed
 * @param oracles which relations judge queries, beside the evidence of the server and the references
 * @param known which wrong answers are passed over
 */
public record CheckRequest(
        History history,
        List<ServerSpec> servers,
        List<ServerSpec> references,
        int runs,
        @Nullable String expected,
        Duration statementTimeout,
        ReplayOracles oracles,
        KnownAnswers known) {
    public CheckRequest {
        servers = List.copyOf(servers);
        references = List.copyOf(references);
        if (runs < 1) {
            throw new IllegalArgumentException("runs '" + runs + "': expected 1 or more");
        }
    }

    /** Without references: only what servers say of themselves counts. */
    public CheckRequest(
            History history, List<ServerSpec> servers, int runs, @Nullable String expected, Duration statementTimeout) {
        this(history, servers, List.of(), runs, expected, statementTimeout, ReplayOracles.NONE);
    }

    /** Where no wrong answer is known. */
    public CheckRequest(
            History history,
            List<ServerSpec> servers,
            List<ServerSpec> references,
            int runs,
            @Nullable String expected,
            Duration statementTimeout,
            ReplayOracles oracles) {
        this(history, servers, references, runs, expected, statementTimeout, oracles, KnownAnswers.NONE);
    }

    ReplaySettings replay() {
        return ReplaySettings.defaults()
                .withStatementTimeout(statementTimeout)
                .withOracles(oracles)
                .withMeant(this::isExpected)
                .withKnown(known);
    }

    boolean isExpected(Signature signature) {
        return expected == null || signature.isMeantBy(expected);
    }
}
