package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.BinaryProtocol;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.generate.Features;
import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.oracle.Oracle;
import dev.mysqlsmith.oracle.StatementContext;
import dev.mysqlsmith.oracle.StatementOutcome;
import dev.mysqlsmith.oracle.Verdict;
import dev.mysqlsmith.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Judges judges;
    private final Statistics statistics;
    private final StatementLog log;
    private final Feedback feedback;
    private final UnaryOperator<String> form;
    private final List<String> sent = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private @Nullable StatementOutcome gone;
    private int statements;

    /** @param form what is sent for a statement's text */
    Round(
            Server server,
            StatementGenerator generator,
            Judges judges,
            Statistics statistics,
            StatementLog log,
            Feedback feedback,
            UnaryOperator<String> form) {
        this.server = server;
        this.generator = generator;
        this.judges = judges;
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

    /** How it ended where the session could not be used any more. */
    RoundEnd broken() {
        return end(null, true);
    }

    private @Nullable RoundEnd run(GeneratedStatement statement, Session session, StatementsAhead ahead) {
        StatementContext context = context(session, statement.tree(), text(statement));
        Outcome outcome = send(context, session);
        ahead.applied(outcome.succeeded()); // first, for the generator may wait for it
        statements++;
        count(statement, outcome);
        RoundEnd end = judge(context, outcome);
        if (end == null) {
            end = relate(new StatementOutcome(context, outcome));
        }
        if (end == null) {
            end = spent();
        }
        String explain = feedback.ran(statement, statement.sql(), outcome);
        if (end != null || explain == null) {
            return end;
        }
        StatementContext question = context(session, null, explain);
        Outcome answer = ask(question, session);
        feedback.planned(statement, answer);
        return judge(question, answer);
    }

    private String text(GeneratedStatement statement) {
        String sql = form.apply(statement.sql());
        return isBinary(statement) ? BinaryProtocol.marked(sql) : sql;
    }

    /** Relations compare answers with such that come as text, where values have other forms. */
    private boolean isBinary(GeneratedStatement statement) {
        return statement.binary() && judges.relations().isEmpty();
    }

    /** How the round ends where it does not go on. */
    private @Nullable RoundEnd judge(StatementContext context, Outcome outcome) {
        Verdict verdict = judges.crash().after(new StatementOutcome(context, outcome));
        statistics.checked(judges.crash().name());
        if (verdict instanceof Verdict.Suspect suspect) {
            return end(suspect.failure(), false);
        }
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            statistics.skipped(inconclusive.reason());
        }
        return outcome.endsSession() ? end(null, false) : null;
    }

    /** The relations ask statements of their own, which the server may not survive either. */
    private @Nullable RoundEnd relate(StatementOutcome ran) {
        for (Oracle relation : judges.relations()) {
            Verdict verdict = relation.after(ran);
            if (gone != null) {
                return judge(gone.context(), gone.outcome());
            }
            if (verdict instanceof Verdict.Inconclusive inconclusive) {
                statistics.skipped(inconclusive.reason());
            } else if (!(verdict instanceof Verdict.Apart)) {
                statistics.checked(relation.name());
            }
            if (verdict instanceof Verdict.Lead lead) {
                statistics.skipped("lead of " + relation.name() + ": " + lead.text());
                judges.leads().accept(relation.name(), lead);
            }
            if (verdict instanceof Verdict.Suspect suspect && !isMet(suspect.failure(), relation.name())) {
                return new RoundEnd(sent, own, statements, suspect.failure(), false, relation.name());
            }
        }
        return null;
    }

    private boolean isMet(Incident.Failure failure, String oracle) {
        return judges.met().test(new Suspect(failure, oracle, own, sent, ""), server);
    }

    /** Where an oracle can't go on, another round is worth more. */
    private @Nullable RoundEnd spent() {
        for (Oracle relation : judges.relations()) {
            Optional<String> spent = relation.spent();
            if (spent.isPresent()) {
                statistics.skipped(Statistics.RESET + spent.get());
                return end(null, !relation.leavesTraces());
            }
        }
        return null;
    }

    private RoundEnd end(Incident.@Nullable Failure failure, boolean clean) {
        return new RoundEnd(
                sent, sent, statements, failure, clean, judges.crash().name());
    }

    private StatementContext context(Session session, SyntaxTree.@Nullable Node tree, String sql) {
        return new StatementContext(server, asked -> ask(session, asked), 0, tree, sql);
    }

    private Outcome send(StatementContext context, Session session) {
        judges.crash().before(context);
        judges.relations().forEach(relation -> relation.before(context));
        own.add(context.sql());
        return execute(session, context.sql());
    }

    /** What only helps to choose is not put to the relations. */
    private Outcome ask(StatementContext question, Session session) {
        own.add(question.sql());
        return execute(session, question.sql());
    }

    private Outcome ask(Session session, String sql) {
        if (gone != null) {
            return gone.outcome();
        }
        Outcome outcome = execute(session, sql);
        if (outcome.endsSession()) {
            gone = new StatementOutcome(context(session, null, sql), outcome);
        }
        return outcome;
    }

    private Outcome execute(Session session, String sql) {
        sent.add(sql);
        log.write(sql);
        return session.execute(sql);
    }

    private void count(GeneratedStatement statement, Outcome outcome) {
        statistics.ran(statement.kind(), Features.standard().of(statement.tree(), isBinary(statement)), outcome);
        int error = outcome instanceof Outcome.Failed failed ? failed.error().code() : 0;
        if (error == SYNTAX_ERROR || outcome.endsSession() || outcome.elapsed().compareTo(SLOW) > 0) {
            Object told = outcome instanceof Outcome.Rows ? "rows" : outcome; // they can be megabytes
            LOG.debug("{} after {} ms: {}", told, outcome.elapsed().toMillis(), statement.sql());
        }
    }
}
