package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.random.Choices;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cardinality estimation restriction testing: the optimizer expects no more rows of a query with a predicate than without. Where it
 * does, that is a lead to slow plans, and no wrong answer.
 *
 * <p>Source: Ba and Rigger, CERT: Finding Performance Issues in Database Systems Through the Lens of Cardinality Estimation, ICSE
 * 2024.
 */
public final class CardinalityOracle implements Oracle {
    /** Estimates are asked for, no rows. */
    private static final double SHARE = 0.1;

    /** Sampling an index twice gives other numbers. */
    private static final double NOTEWORTHY = 1.5;

    private static final Pattern ESTIMATE = Pattern.compile("\\(cost=\\S+ rows=([0-9.eE+-]+)\\)");

    private final @Nullable Choices choices;

    /** @param choices draws which queries are looked at; null for all */
    CardinalityOracle(@Nullable Choices choices) {
        this.choices = choices;
    }

    @Override
    public String name() {
        return Oracles.CERT;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        Optional<QueryTree> query = ran.queryWithRows().filter(CardinalityOracle::isPlain);
        if (query.isEmpty() || (choices != null && !choices.chance(SHARE))) {
            return new Verdict.Apart();
        }
        Both both = new Both(ran.context().asker(), ComparisonRules.multiset());
        String restricted = both.plan(query.get());
        String whole = both.plan(query.get().withoutClauses("whereClause"));
        OptionalDouble fewer = estimate(restricted);
        OptionalDouble all = estimate(whole);
        if (fewer.isEmpty() || all.isEmpty()) {
            return new Verdict.Inconclusive("cert: no estimate");
        }
        return fewer.getAsDouble() > NOTEWORTHY * Math.max(1, all.getAsDouble())
                ? new Verdict.Lead(
                        "more rows are expected with WHERE than without",
                        query.get().sql() + ";\nplan:\n" + restricted + "\nplan without WHERE:\n" + whole + "\n")
                : new Verdict.Pass();
    }

    /** Of groups and limits other numbers are expected, whatever the rows that they are made of. */
    private static boolean isPlain(QueryTree query) {
        return query.clause("whereClause").isPresent()
                && query.clause("groupByClause").isEmpty()
                && !Clauses.aggregates(query)
                && query.statement().all("limitClause").isEmpty();
    }

    /** Of the whole: what stands in the plan's first line. */
    private static OptionalDouble estimate(String plan) {
        Matcher line = ESTIMATE.matcher(plan.lines().findFirst().orElse(""));
        return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1))) : OptionalDouble.empty();
    }
}
