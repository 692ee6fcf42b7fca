package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Comparison;
import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a query that gave rows by a {@link Relation}: asks for the same rows in another way. A difference is a suspicion when it
 * comes back at once, and is explained by {@link Explanation}, so that the same query has the same signature again.
 */
public final class RelationOracle implements Oracle {
    private static final Duration SLOW_IN_CAMPAIGNS = Duration.ofMillis(100);
    private static final Duration SLOW_IN_REPLAYS = Duration.ofSeconds(10);

    private final Relation relation;
    private final ServerVersion version;
    private final Duration slow;
    private final @Nullable Choices choices;

    private RelationOracle(Relation relation, ServerVersion version, Duration slow, @Nullable Choices choices) {
        this.relation = relation;
        this.version = version;
        this.slow = slow;
        this.choices = choices;
    }

    /** For a campaign: one way to ask is drawn for each query, and slow queries are left alone. */
    public static RelationOracle sampling(String relation, ServerVersion version, Choices choices) {
        return new RelationOracle(Relations.named(relation), version, SLOW_IN_CAMPAIGNS, choices);
    }

    /** For a query that is suspected already: all ways are tried. */
    public static RelationOracle thorough(String relation, ServerVersion version) {
        return new RelationOracle(Relations.named(relation), version, SLOW_IN_REPLAYS, null);
    }

    @Override
    public String name() {
        return relation.name();
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        Optional<QueryTree> query = ran.query();
        if (query.isEmpty() || !(ran.outcome() instanceof Outcome.Rows rows)) {
            return new Verdict.Apart();
        }
        Comparability.Verdict comparability = ran.comparability();
        Optional<String> doubt = comparability.doubt();
        if (doubt.isPresent()) {
            return inconclusive(doubt.get());
        }
        if (rows.elapsed().compareTo(slow) > 0) {
            return inconclusive("a slow query");
        }
        List<RelatedQueries> pairs =
                relation.of(query.get(), version, ran.context().asker());
        if (pairs.isEmpty()) {
            return new Verdict.Apart();
        }
        ComparisonRules rules =
                ((Comparability.Verdict.By) comparability).rules().withSort(List.of());
        Both both = new Both(ran.context().asker(), rules);
        return choices == null ? examine(query.get(), pairs, both) : screen(query.get(), rows, pairs, both, choices);
    }

    private Verdict screen(QueryTree query, Outcome.Rows known, List<RelatedQueries> pairs, Both both, Choices drawn) {
        RelatedQueries pair = drawn.pick(pairs);
        Comparison comparison = both.compare(pair, query, known);
        if (comparison instanceof Comparison.Equal) {
            return new Verdict.Pass();
        }
        return comparison instanceof Comparison.Incomparable incomparable
                ? inconclusive(incomparable.reason())
                : examine(query, pairs, both);
    }

    /** The first pair that differs, so that the answer is the same whatever was drawn. */
    private Verdict examine(QueryTree query, List<RelatedQueries> pairs, Both both) {
        Verdict verdict = new Verdict.Pass();
        for (RelatedQueries pair : pairs) {
            Comparison comparison = both.compare(pair);
            if (comparison instanceof Comparison.Different different) {
                Optional<String> chance = chance(query, both);
                if (chance.isPresent()) {
                    return inconclusive(chance.get());
                }
                if (both.compare(pair) instanceof Comparison.Different) {
                    Incident.Failure failure = new Explanation(relation, version, both).of(query, pair, different);
                    return new Verdict.Suspect(failure);
                }
                verdict = inconclusive("another answer each time");
            } else if (comparison instanceof Comparison.Incomparable incomparable && verdict instanceof Verdict.Pass) {
                verdict = inconclusive(incomparable.reason());
            }
        }
        return verdict;
    }

    /** Why a difference may be one of chance, though the query's own text says nothing of it. */
    private Optional<String> chance(QueryTree query, Both both) {
        return both.unsettled(query).or(() -> new Hidden(both.asker(), version).doubt(query.statement()));
    }

    private Verdict.Inconclusive inconclusive(String reason) {
        return new Verdict.Inconclusive(relation.name() + ": " + reason);
    }
}
