package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.oracle.Oracle;
import dev.mysqlsmith.oracle.StatementContext;
import dev.mysqlsmith.oracle.StatementOutcome;
import dev.mysqlsmith.oracle.Verdict;
import dev.mysqlsmith.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs between two resets of the database: statements, one after the other, each judged. */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final int SYNTAX_ERROR = 1064;

    private final Server server;
    private final StatementGenerator generator;
    private final Oracle oracle;
    private final Statistics statistics;
    private final StatementLog log;
    private final UnaryOperator<String> form;
    private final List<String> sent = new ArrayList<>();

    /** @param form what is sent for a statement's text */
    Round(
            Server server,
            StatementGenerator generator,
            Oracle oracle,
            Statistics statistics,
            StatementLog log,
            UnaryOperator<String> form) {
        this.server = server;
        this.generator = generator;
        this.oracle = oracle;
        this.statistics = statistics;
        this.log = log;
        this.form = form;
    }

    /** Runs at most {@code limit} statements, fewer where the budget ends or the server fails. */
    RoundEnd run(Session session, int limit, Budget budget) {
        try (StatementsAhead ahead = new StatementsAhead(generator, limit)) {
            return run(session, ahead, budget);
        }
    }

    private RoundEnd run(Session session, StatementsAhead ahead, Budget budget) {
        while (budget.goesOn()) {
            GeneratedStatement statement = ahead.next();
            if (statement == null) {
                break;
            }
            StatementContext context =
                    new StatementContext(server, session, statement.tree(), form.apply(statement.sql()));
            Outcome outcome = send(context, statement);
            ahead.applied(outcome.succeeded());
            Verdict verdict = oracle.after(new StatementOutcome(context, outcome));
            statistics.checked(oracle.name());
            if (verdict instanceof Verdict.Suspect suspect) {
                return new RoundEnd(sent, suspect.failure(), false, oracle.name());
            }
            if (verdict instanceof Verdict.Inconclusive inconclusive) {
                statistics.skipped(inconclusive.reason());
            }
            if (endsSession(outcome)) {
                return new RoundEnd(sent, null, false, oracle.name());
            }
        }
        ahead.worn().ifPresent(reason -> statistics.skipped(Statistics.RESET + reason));
        return new RoundEnd(sent, null, true, oracle.name());
    }

    /** What was sent so far. */
    List<String> sent() {
        return sent;
    }

    private Outcome send(StatementContext context, GeneratedStatement statement) {
        oracle.before(context);
        sent.add(context.sql());
        log.write(context.sql());
        Outcome outcome = context.session().execute(context.sql());
        statistics.ran(statement.kind(), outcome);
        Features.of(statement.tree()).forEach(statistics::feature);
        int error = outcome instanceof Outcome.Failed failed ? failed.error().code() : 0;
        if (error == SYNTAX_ERROR || endsSession(outcome) || outcome.elapsed().compareTo(SLOW) > 0) {
            LOG.debug("{} after {} ms: {}", outcome, outcome.elapsed().toMillis(), statement.sql());
        }
        return outcome;
    }

    private static boolean endsSession(Outcome outcome) {
        return outcome instanceof Outcome.ConnectionLost
                || (outcome instanceof Outcome.TimedOut late && !late.killed());
    }
}
