package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a query of copies of its tables, which have the same rows and are stored in another way. */
public final class EngineOracle implements Oracle {
    /** Copying takes as long as some dozen queries. */
    private static final double SHARE = 0.03;

    private final ServerVersion version;
    private final WitnessedQuery witnessed;

    /** @param choices draws which queries are asked, and of which copies; null for all */
    EngineOracle(ServerVersion version, @Nullable Choices choices, Witness.Opener opener) {
        this.version = version;
        this.witnessed = new WitnessedQuery(name(), SHARE, choices, opener);
    }

    @Override
    public String name() {
        return Oracles.ENGINE;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        Optional<QueryTree> query = ran.queryWithRows();
        if (query.isEmpty()
                || query.get().statement().all("tableRef").isEmpty()
                || !query.get().statement().all("matchAgainst").isEmpty()) { // engines weigh words otherwise
            return new Verdict.Apart();
        }
        return witnessed.judge(ran, (rules, witness) -> judge(query.get(), rules, witness));
    }

    private Verdict judge(QueryTree query, ComparisonRules rules, Witness witness) {
        Set<String> tables = Soundness.tables(witness, query);
        if (tables.isEmpty()) {
            return new Verdict.Apart();
        }
        Outcome stored = witness.ask(query.sql());
        boolean named = !query.statement().all("partitionSelection").isEmpty();
        List<StoredAs> forms = Stream.of(StoredAs.values())
                .filter(form -> !named || form != StoredAs.PARTITIONED) // a name says other rows there
                .toList();
        return witnessed.first(forms, form -> judge(query, rules, witness, stored, form, tables));
    }

    private Verdict judge(
            QueryTree query,
            ComparisonRules rules,
            Witness witness,
            Outcome stored,
            StoredAs form,
            Set<String> tables) {
        try (TableCopies copies = TableCopies.stored(witness, tables, form)) {
            if (!copies.complete() || !copies.altered() || !stored.succeeded()) {
                return new Verdict.Apart();
            }
            Outcome copied = copies.ask(query.sql());
            Comparison comparison = OutcomeComparison.compare(stored, copied, rules);
            if (comparison instanceof Comparison.Equal || copied instanceof Outcome.Failed) {
                return copied.succeeded() ? new Verdict.Pass() : witnessed.inconclusive("one way to ask fails");
            }
            if (comparison instanceof Comparison.Incomparable incomparable) {
                return witnessed.inconclusive(incomparable.reason());
            }
            return new Both(witness, rules)
                    .unsettled(query)
                    .or(() -> new Hidden(witness, version).doubt(query.statement()))
                    .or(() -> unsteady(query, rules, witness, copies, stored, copied))
                    .map(witnessed::inconclusive)
                    .orElseGet(() ->
                            suspect(query, rules, witness, copied, (Comparison.Different) comparison, copies, form));
        }
    }

    private static Optional<String> unsteady(
            QueryTree query,
            ComparisonRules rules,
            Witness witness,
            TableCopies copies,
            Outcome stored,
            Outcome copied) {
        boolean steady = OutcomeComparison.areEqual(stored, witness.ask(query.sql()), rules)
                && OutcomeComparison.areEqual(copied, copies.ask(query.sql()), rules);
        return steady ? Optional.empty() : Optional.of("another answer each time");
    }

    /** By the setting under which the tables themselves answer as the copies; where there is none, by the way of storing. */
    private Verdict suspect(
            QueryTree query,
            ComparisonRules rules,
            Witness witness,
            Outcome copied,
            Comparison.Different different,
            TableCopies copies,
            StoredAs form) {
        String what = different.kind().startsWith("rows") ? "other rows" : "other values";
        String why = PlanSetting.deciding(
                        version,
                        query,
                        changed -> OutcomeComparison.areEqual(witness.ask(changed.sql()), copied, rules))
                .orElse("tables " + form.title());
        String evidence = different.kind() + ": " + different.detail() + "\nhere, tables as they are:\n" + query.sql()
                + ";\nthere, tables " + form.title() + ":\n" + copies.definitions() + "\nplan here:\n"
                + new Both(witness, rules).plan(query) + "\nplan there:\n"
                + new Both(copies::ask, rules).plan(query) + "\n";
        return new Verdict.Suspect(
                new Incident.Failure(new Signature(Kind.WRONG_RESULT, what + ", decided by " + why), evidence));
    }
}
