package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.generate.Features;
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
import org.jspecify.annotations.Nullable;
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
    private final Feedback feedback;
    private final UnaryOperator<String> form;
    private final List<String> sent = new ArrayList<>();
    private int statements;

    /** @param form what is sent for a statement's text */
    Round(
            Server server,
            StatementGenerator generator,
            Oracle oracle,
            Statistics statistics,
            StatementLog log,
            Feedback feedback,
            UnaryOperator<String> form) {
        this.server = server;
        this.generator = generator;
        this.oracle = oracle;
        this.statistics = statistics;
        this.log = log;
        this.feedback = feedback;
        this.form = form;
    }

    /** Runs at most {@code limit} statements, fewer where the budget ends or the server fails. */
    RoundEnd run(Session session, int limit, Budget budget) {
        try (StatementsAhead ahead = new StatementsAhead(generator, limit)) {
            while (budget.goesOn()) {
                GeneratedStatement statement = ahead.next();
                if (statement == null) {
                    break;
                }
                RoundEnd end = run(statement, session, ahead);
                if (end != null) {
                    return end;
                }
            }
            ahead.worn().ifPresent(reason -> statistics.skipped(Statistics.RESET + reason));
        }
        return end(null, true);
    }

    /** What was sent so far. */
    List<String> sent() {
        return sent;
    }

    /** How many of the generator's statements have run, those that ask for plans not counted. */
    int statements() {
        return statements;
    }

    private @Nullable RoundEnd run(GeneratedStatement statement, Session session, StatementsAhead ahead) {
        StatementContext context = new StatementContext(server, session, statement.tree(), form.apply(statement.sql()));
        Outcome outcome = send(context);
        statements++;
        count(statement, outcome);
        ahead.applied(outcome.succeeded());
        RoundEnd end = judge(context, outcome);
        String explain = feedback.ran(statement, statement.sql(), outcome);
        if (end != null || explain == null) {
            return end;
        }
        StatementContext question = new StatementContext(server, session, null, explain);
        Outcome answer = send(question);
        feedback.planned(statement, answer);
        return judge(question, answer);
    }

    /** How the round ends where it does not go on. */
    private @Nullable RoundEnd judge(StatementContext context, Outcome outcome) {
        Verdict verdict = oracle.after(new StatementOutcome(context, outcome));
        statistics.checked(oracle.name());
        if (verdict instanceof Verdict.Suspect suspect) {
            return end(suspect.failure(), false);
        }
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            statistics.skipped(inconclusive.reason());
        }
        return outcome.endsSession() ? end(null, false) : null;
    }

    private RoundEnd end(Incident.@Nullable Failure failure, boolean clean) {
        return new RoundEnd(sent, statements, failure, clean, oracle.name());
    }

    private Outcome send(StatementContext context) {
        oracle.before(context);
        sent.add(context.sql());
        log.write(context.sql());
        return context.session().execute(context.sql());
    }

    private void count(GeneratedStatement statement, Outcome outcome) {
        statistics.ran(statement.kind(), Features.standard().of(statement.tree()), outcome);
        int error = outcome instanceof Outcome.Failed failed ? failed.error().code() : 0;
        if (error == SYNTAX_ERROR || outcome.endsSession() || outcome.elapsed().compareTo(SLOW) > 0) {
            LOG.debug("{} after {} ms: {}", outcome, outcome.elapsed().toMillis(), statement.sql());
        }
    }
}
