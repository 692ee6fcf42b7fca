package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentExaminer;
import dev.mysqlsmith.finding.Step;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.oracle.Asker;
import dev.mysqlsmith.oracle.QueryOracles;
import dev.mysqlsmith.oracle.RelationOracle;
import dev.mysqlsmith.oracle.StatementContext;
import dev.mysqlsmith.oracle.StatementOutcome;
import dev.mysqlsmith.oracle.Verdict;
import dev.mysqlsmith.server.Server;
import java.util.Set;

/** Has relations judge a query of a replay. */
final class ReplayJudge {
    private final QueryOracles oracles;
    private final IncidentExaminer examiner;

    ReplayJudge(QueryOracles oracles, IncidentExaminer examiner) {
        this.oracles = oracles;
        this.examiner = examiner;
    }

    /** What the first relation that differs says; what befell the server where it did not survive what was asked. */
    Incident judge(Server server, ReplaySessions sessions, Step step, Outcome outcome) {
        ServerVersion version = ServerVersion.parse(server.versionString());
        if (!(outcome instanceof Outcome.Rows)
                || !(new SqlParser(version, Set.of()).parse(step.sql()) instanceof ParseResult.Parsed parsed)) {
            return new Incident.Nothing();
        }
        Incident[] odd = {new Incident.Nothing()};
        Asker asker = sql -> {
            Outcome answer = sessions.execute(new Step(step.session(), sql));
            if (answer.endsSession()) {
                odd[0] = examiner.examine(server, sql, answer);
            }
            return answer;
        };
        StatementContext context = new StatementContext(server, asker, parsed.tree(), step.sql());
        for (String name : oracles.names()) {
            Verdict verdict = RelationOracle.thorough(name, version).after(new StatementOutcome(context, outcome));
            if (!(odd[0] instanceof Incident.Nothing)) {
                return odd[0];
            }
            if (verdict instanceof Verdict.Suspect suspect) {
                return suspect.failure();
            }
        }
        return new Incident.Nothing();
    }
}
