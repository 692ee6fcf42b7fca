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
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.oracle.StatementContext;
import dev.mysqlsmith.oracle.StatementOutcome;
import dev.mysqlsmith.oracle.Verdict;
import dev.mysqlsmith.server.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private final Map<String, Oracle> others = new HashMap<>();
    private @Nullable Trial trial;
    private Incident odd = new Incident.Nothing();

    /** The statement that runs, and who judges it. */
    private record Trial(StatementContext context, List<Oracle> judges) {}

    ReplayJudge(Bench bench, ReplaySettings settings, ReplaySessions sessions, IncidentExaminer examiner) {
        this.bench = bench;
        this.settings = settings;
        this.sessions = sessions;
        this.examiner = examiner;
        this.references = new References(bench, settings.statementTimeout());
        this.differential = references.oracle().orElse(null);
        this.parser = new SqlParser(bench.newest(), Set.of());
    }

    /**
     * Runs a statement, on the references too where they judge.
     *
     * @param oracles who judge it beside the references
     */
    Outcome execute(Step step, List<String> oracles) {
        List<Oracle> judges = Stream.concat(
                        Stream.ofNullable(differential),
                        oracles.stream().map(name -> others.computeIfAbsent(name, this::oracle)))
                .toList();
        if (judges.isEmpty()) {
            return execute(step);
        }
        StatementContext context = context(step);
        judges.forEach(oracle -> oracle.before(context));
        trial = new Trial(context, judges);
        return sessions.execute(step);
    }

    /** The same where nobody judges. */
    Outcome execute(Step step) {
        trial = null;
        return sessions.execute(step);
    }

    /** What the first oracle that suspects the statement says; what befell the server where it did not survive what was asked. */
    Incident judge(Outcome outcome) {
        if (trial == null) {
            return new Incident.Nothing();
        }
        StatementOutcome ran = new StatementOutcome(trial.context(), outcome);
        return trial.judges().stream()
                .map(oracle -> ask(oracle, ran))
                .filter(incident -> !(incident instanceof Incident.Nothing))
                .findFirst()
                .orElseGet(Incident.Nothing::new);
    }

    private Oracle oracle(String name) {
        return Oracles.thorough(name, ServerVersion.parse(bench.server().versionString()));
    }

    private Incident ask(Oracle oracle, StatementOutcome ran) {
        Verdict verdict = oracle.after(ran);
        if (!(odd instanceof Incident.Nothing)) {
            return odd;
        }
        return verdict instanceof Verdict.Suspect suspect ? suspect.failure() : new Incident.Nothing();
    }

    private StatementContext context(Step step) {
        SyntaxTree.Node tree = parser.parse(step.sql()) instanceof ParseResult.Parsed parsed ? parsed.tree() : null;
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
