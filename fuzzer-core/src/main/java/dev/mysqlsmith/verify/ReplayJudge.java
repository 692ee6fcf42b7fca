package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentExaminer;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.oracle.Asker;
import dev.mysqlsmith.oracle.DifferentialOracle;
import dev.mysqlsmith.oracle.Oracle;
import dev.mysqlsmith.oracle.RelationOracle;
import dev.mysqlsmith.oracle.StatementContext;
import dev.mysqlsmith.oracle.StatementOutcome;
import dev.mysqlsmith.oracle.Verdict;
import dev.mysqlsmith.server.Server;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has oracles judge what the statements of one replay do, beside the evidence of the server. */
final class ReplayJudge implements AutoCloseable {
    private final Bench bench;
    private final ReplaySettings settings;
    private final ReplaySessions sessions;
    private final IncidentExaminer examiner;
    private final References references;
    private final @Nullable DifferentialOracle differential;
    private final SqlParser parser;
    private Incident odd = new Incident.Nothing();

    ReplayJudge(Bench bench, ReplaySettings settings, ReplaySessions sessions, IncidentExaminer examiner) {
        this.bench = bench;
        this.settings = settings;
        this.sessions = sessions;
        this.examiner = examiner;
        this.references = new References(bench, settings.statementTimeout());
        this.differential = references.oracle().orElse(null);
        this.parser = new SqlParser(bench.newest(), Set.of());
    }

    /** Runs a statement, on the references too where they judge. */
    Outcome execute(Step step, boolean judged) {
        if (differential != null && judged) {
            differential.before(context(step, null));
        }
        return sessions.execute(step);
    }

    /** What the first oracle that suspects it says; what befell the server where it did not survive what was asked. */
    Incident judge(Step step, Outcome outcome, boolean related) {
        boolean asks = related && outcome instanceof Outcome.Rows;
        if (differential == null && !asks) {
            return new Incident.Nothing();
        }
        SyntaxTree.Node tree = parser.parse(step.sql()) instanceof ParseResult.Parsed parsed ? parsed.tree() : null;
        StatementOutcome ran = new StatementOutcome(context(step, tree), outcome);
        Incident incident = differential == null ? new Incident.Nothing() : ask(differential, ran);
        if (!asks) {
            return incident;
        }
        for (String name : settings.oracles().names()) {
            if (!(incident instanceof Incident.Nothing)) {
                return incident;
            }
            incident = ask(RelationOracle.thorough(name, version()), ran);
        }
        return incident;
    }

    private Incident ask(Oracle oracle, StatementOutcome ran) {
        Verdict verdict = oracle.after(ran);
        if (!(odd instanceof Incident.Nothing)) {
            return odd;
        }
        return verdict instanceof Verdict.Suspect suspect ? suspect.failure() : new Incident.Nothing();
    }

    private ServerVersion version() {
        return ServerVersion.parse(bench.server().versionString());
    }

    private StatementContext context(Step step, SyntaxTree.@Nullable Node tree) {
        Server server = bench.server();
        Asker asker = sql -> {
            Outcome answer = sessions.execute(new Step(step.session(), sql));
            if (answer.endsSession()) {
                odd = examiner.examine(server, sql, answer);
            }
            return answer;
        };
        return new StatementContext(server, asker, step.session(), tree, step.sql());
    }

    /** How much of so many statements was compared with references, for people; empty where there are none. */
    String extent(int statements) {
        return differential == null ? "" : differential.extent(statements);
    }

    @Override
    public void close() {
        references.close();
    }
}
