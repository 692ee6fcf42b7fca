package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlTokens;
import dev.mysqlsmith.random.Choices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a query as a view, a prepared statement, a procedure and in transactions of their own. */
public final class FormsOracle implements Oracle {
    /** A database is made and dropped for each. */
    private static final double SHARE = 0.1;

    private final ServerVersion version;
    private final WitnessedQuery witnessed;

    /** @param choices draws which queries are run, and as what; null for all */
    FormsOracle(ServerVersion version, @Nullable Choices choices, Witness.Opener opener) {
        this.version = version;
        this.witnessed = new WitnessedQuery(name(), SHARE, choices, opener);
    }

    @Override
    public String name() {
        return Oracles.FORMS;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        Optional<QueryTree> query = ran.queryWithRows();
        return query.isPresent()
                ? witnessed.judge(ran, (rules, witness) -> judge(query.get(), new Both(witness, rules)))
                : new Verdict.Apart();
    }

    private Verdict judge(QueryTree query, Both both) {
        if (!(both.asker().ask(query.sql()) instanceof Outcome.Rows plain)) {
            return witnessed.inconclusive("one way to ask fails");
        }
        String origin = Witness.database(both.asker());
        String database = SqlTokens.quoted(origin + "_form");
        RunAs.Surroundings at = new RunAs.Surroundings(
                SqlTokens.quoted(origin),
                database,
                plain.tables().get(0).columns().size(),
                new Constants(query, version, both.asker()));
        both.asker().ask("DROP DATABASE IF EXISTS " + database);
        both.asker().ask("CREATE DATABASE " + database);
        try {
            return judge(query, both, plain, at);
        } finally {
            both.asker().ask("DROP DATABASE IF EXISTS " + database);
        }
    }

    private Verdict judge(QueryTree query, Both both, Outcome.Rows plain, RunAs.Surroundings at) {
        return witnessed.first(
                List.of(RunAs.values()),
                form -> form.script(query, at)
                        .map(script -> judge(query, both, plain, form, script))
                        .orElseGet(Verdict.Apart::new));
    }

    private Verdict judge(QueryTree query, Both both, Outcome.Rows plain, RunAs form, RunAs.Script script) {
        Verdict verdict = new Verdict.Pass();
        for (Outcome other : run(script, both.asker())) {
            Comparison comparison = both.compare(plain, other);
            if (comparison instanceof Comparison.Different different) {
                return both.unsettled(query)
                        .or(() -> new Hidden(both.asker(), version).doubt(query.statement()))
                        .or(() -> unsteady(query, both, script, plain))
                        .map(witnessed::inconclusive)
                        .orElseGet(() -> suspect(query, both, form, script, different, other));
            }
            if (comparison instanceof Comparison.Incomparable incomparable) {
                verdict = witnessed.inconclusive(incomparable.reason());
            }
        }
        return verdict;
    }

    /** What each of its questions gave; the error where it does not come to these. */
    private static List<Outcome> run(RunAs.Script script, Asker asker) {
        try {
            for (String sql : script.before()) {
                Outcome outcome = asker.ask(sql);
                if (!outcome.succeeded()) {
                    return List.of(outcome);
                }
            }
            return script.asks().stream().map(asker::ask).toList();
        } finally {
            asker.ask(script.after());
        }
    }

    private static Optional<String> unsteady(QueryTree query, Both both, RunAs.Script script, Outcome plain) {
        boolean steady = OutcomeComparison.areEqual(plain, both.asker().ask(query.sql()), both.rules())
                && run(script, both.asker()).stream()
                        .anyMatch(other -> both.compare(plain, other) instanceof Comparison.Different);
        return steady ? Optional.empty() : Optional.of("another answer each time");
    }

    /** By the setting under which the query itself gives what the other way gave; where there is none, by that way. */
    private Verdict suspect(
            QueryTree query,
            Both both,
            RunAs form,
            RunAs.Script script,
            Comparison.Different different,
            Outcome other) {
        ComparisonRules rules = both.rules();
        String what = different.kind().startsWith("rows") ? "other rows" : "other values";
        String why = PlanSetting.deciding(
                        version,
                        query,
                        changed -> OutcomeComparison.areEqual(both.asker().ask(changed.sql()), other, rules))
                .orElse(form.title());
        String evidence = "forms: " + different.kind() + "; " + different.detail() + "\nhere:\n" + query.sql()
                + ";\nthere, as " + form.title() + ":\n" + String.join(";\n", script.before()) + ";\n"
                + String.join(";\n", script.asks()) + ";\nplan here:\n" + both.plan(query) + "\n";
        return new Verdict.Suspect(
                new Incident.Failure(new Signature(Kind.WRONG_RESULT, what + ", decided by " + why), evidence));
    }
}
