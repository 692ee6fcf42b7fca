package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.ComparisonRules;
import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.random.Choices;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has queries that can be compared judged in a session of its own, a share of them in campaigns.
 *
 * @param oracle whose name stands before reasons
 * @param share of the queries that are judged
 * @param choices draws them; null for all
 */
record WitnessedQuery(String oracle, double share, @Nullable Choices choices, Witness.Opener opener) {

    /** @param judge what is said of the query by these rules */
    Verdict judge(StatementOutcome ran, BiFunction<ComparisonRules, Witness, Verdict> judge) {
        Comparability.Verdict comparability = ran.comparability();
        Optional<String> doubt = comparability.doubt();
        if (doubt.isPresent()) {
            return inconclusive(doubt.get());
        }
        if (choices != null && !choices.chance(share)) {
            return new Verdict.Apart();
        }
        ComparisonRules rules =
                ((Comparability.Verdict.By) comparability).rules().withSort(List.of());
        try (Witness witness = opener.beside(ran.context())) {
            return judge.apply(rules, witness);
        } catch (SessionException e) {
            return inconclusive("no session");
        }
    }

    /**
     * What the first of some ways shows that is suspect. In campaigns one is drawn; where it is suspect all are tried in their order, so
     * that a replay, which draws nothing, says the same.
     */
    <T> Verdict first(List<T> ways, Function<T, Verdict> judge) {
        if (choices != null) {
            Verdict drawn = judge.apply(choices.pick(ways));
            if (!(drawn instanceof Verdict.Suspect)) {
                return drawn;
            }
        }
        Verdict verdict = new Verdict.Apart();
        for (T way : ways) {
            Verdict one = judge.apply(way);
            if (one instanceof Verdict.Suspect) {
                return one;
            }
            verdict = verdict instanceof Verdict.Pass ? verdict : one;
        }
        return choices == null ? verdict : inconclusive("another answer each time");
    }

    Verdict inconclusive(String reason) {
        return new Verdict.Inconclusive(oracle + ": " + reason);
    }
}
