package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.OutcomeComparison;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pivoted query synthesis: of each table one row is drawn, the pivot. Which of the predicate, its negation and IS NULL holds for it
 * the server says itself, asked of tables that have that row alone; a query with that one must give it of all rows, too.
 *
 * <p>Source: Rigger and Su, Testing Database Engines via Pivoted Query Synthesis, OSDI 2020.
 */
public final class PivotOracle implements Oracle {
    /** Copying a row of each table takes as long as some dozen queries; few queries can be asked. */
    private static final double SHARE = 0.25;

    /** Pivots that a query may be asked for; in replays it is asked for each. */
    private static final int PIVOTS = 8;

    private final ServerVersion version;
    private final WitnessedQuery witnessed;

    /** @param choices draws which queries are asked, and for which pivot; null for all */
    PivotOracle(ServerVersion version, @Nullable Choices choices, Witness.Opener opener) {
        this.version = version;
        this.witnessed = new WitnessedQuery(name(), SHARE, choices, opener);
    }

    @Override
    public String name() {
        return Oracles.PQS;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        Optional<QueryTree> query = ran.query().filter(PivotOracle::keepsPivots);
        if (query.isEmpty() || !ran.outcome().succeeded()) {
            return new Verdict.Apart();
        }
        return witnessed.judge(ran, (rules, witness) -> judge(query.get().unordered(), rules, witness));
    }

    /** Whether rows that are put to the tables put rows to the result, and take none away. */
    private static boolean keepsPivots(QueryTree query) {
        return query.clause("fromClause").isPresent()
                && query.clause("whereClause").isPresent()
                && query.clause("groupByClause").isEmpty()
                && query.clause("havingClause").isEmpty()
                && !Clauses.aggregates(query)
                && !Clauses.windows(query)
                && query.statement().all("query").size() == 1
                && Stream.of("limitClause", "odbcOuterJoin", "jsonTable", "matchAgainst")
                        .allMatch(rule -> query.statement().all(rule).isEmpty())
                && query.statement().all("joinedTable").stream()
                        .noneMatch(join -> join.says("LEFT") || join.says("RIGHT"));
    }

    private Verdict judge(QueryTree query, ComparisonRules rules, Witness witness) {
        Set<String> tables = Soundness.tables(witness, query);
        if (tables.isEmpty()) {
            return new Verdict.Apart();
        }
        return witnessed.first(
                IntStream.range(0, PIVOTS).boxed().toList(), seed -> judge(query, rules, witness, tables, seed));
    }

    private Verdict judge(QueryTree query, ComparisonRules rules, Witness witness, Set<String> tables, int seed) {
        try (TableCopies pivots = TableCopies.ofOneRow(witness, tables, seed)) {
            if (!pivots.complete()) {
                return new Verdict.Apart();
            }
            Pivot pivot = new Pivot(witness, pivots, rules);
            for (QueryTree part : Tlp.parts(query, "whereClause", "WHERE")) {
                Pivot.Answer answer = pivot.ask(part);
                if (answer == Pivot.Answer.MISSED) {
                    return new Both(witness, rules)
                            .unsettled(part)
                            .or(() -> new Hidden(witness, version).doubt(part.statement()))
                            .map(witnessed::inconclusive)
                            .orElseGet(() -> suspect(part, pivot, pivots, new Both(witness, rules)));
                }
                if (answer != Pivot.Answer.NOT_FETCHED) {
                    return answer == Pivot.Answer.FETCHED
                            ? new Verdict.Pass()
                            : witnessed.inconclusive("one way to ask fails");
                }
            }
            return witnessed.inconclusive("the pivot is left out by a join");
        }
    }

    /**
     * By a value that is taken for the wrong truth; else by the setting under which the pivot is there; where there is none, by the
     * part of the predicate that loses it.
     */
    private Verdict suspect(QueryTree query, Pivot pivot, TableCopies pivots, Both both) {
        boolean valueAsTruth =
                new ValueAsTruth(both).isCause(query, changed -> pivot.ask(changed) == Pivot.Answer.FETCHED);
        String why = valueAsTruth
                ? ValueAsTruth.WHY
                : PlanSetting.deciding(version, query, changed -> pivot.ask(changed) == Pivot.Answer.FETCHED)
                        .map(setting -> "decided by " + setting)
                        .orElseGet(() -> "under every plan, " + lost(query, pivot));
        String evidence = "pqs: this query gives the row " + pivot.row(query)
                + " of tables that have one row each, and not of the tables as they are:\n" + query.sql()
                + ";\nthe one row of each table:\n" + pivots.rows() + "\nplan:\n" + both.plan(query) + "\n";
        return new Verdict.Suspect(
                new Incident.Failure(new Signature(Kind.WRONG_RESULT, "other rows, " + why), evidence));
    }

    private static String lost(QueryTree query, Pivot pivot) {
        return query.predicate("whereClause")
                .flatMap(place -> new SmallestPredicate(
                                query, place, changed -> pivot.ask(changed) == Pivot.Answer.MISSED)
                        .text())
                .orElse("as pivot");
    }

    /** What queries give of the pivots alone, and of all rows. */
    private record Pivot(Asker all, TableCopies alone, ComparisonRules rules) {

        enum Answer {
            /** It is among all rows, too. */
            FETCHED,
            /** It is not. */
            MISSED,
            /** The predicate is not true for it. */
            NOT_FETCHED,
            /** One of the two can't be asked. */
            FAILED
        }

        Answer ask(QueryTree query) {
            if (!(alone.ask(query.sql()) instanceof Outcome.Rows one)) {
                return Answer.FAILED;
            }
            ResultTable row = one.tables().get(0);
            if (row.rows().size() != 1) {
                return row.rows().isEmpty() ? Answer.NOT_FETCHED : Answer.FAILED;
            }
            if (!(all.ask(query.sql()) instanceof Outcome.Rows rows)
                    || rows.tables().get(0).truncated()) {
                return Answer.FAILED;
            }
            return has(rows.tables().get(0), row) ? Answer.FETCHED : Answer.MISSED;
        }

        private boolean has(ResultTable all, ResultTable row) {
            return all.rows().contains(row.rows().get(0))
                    || all.rows().stream()
                            .anyMatch(other -> OutcomeComparison.areEqual(
                                    with(all, other), with(row, row.rows().get(0)), rules));
        }

        private static Outcome with(ResultTable table, List<@Nullable String> row) {
            return new Outcome.Rows(
                    List.of(new ResultTable(table.columns(), table.types(), List.of(row), false)), Duration.ZERO);
        }

        /** For people. */
        String row(QueryTree query) {
            return alone.ask(query.sql()) instanceof Outcome.Rows one
                    ? one.tables().get(0).rows().stream().map(String::valueOf).collect(Collectors.joining())
                    : "";
        }
    }
}
