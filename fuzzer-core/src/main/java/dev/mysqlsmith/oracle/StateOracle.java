package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.SessionException;
import dev.mysqlsmith.random.Choices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks after changes whether the tables that they name are sound. */
public final class StateOracle implements Oracle {
    /** Looking takes longer than most changes. */
    private static final double SHARE = 0.1;

    private final @Nullable Choices choices;
    private final Witness.Opener opener;
    private boolean blocked;

    /** @param choices draws which changes are looked at; null for all */
    StateOracle(@Nullable Choices choices, Witness.Opener opener) {
        this.choices = choices;
        this.opener = opener;
    }

    @Override
    public String name() {
        return Oracles.STATE;
    }

    @Override
    public Verdict after(StatementOutcome ran) {
        boolean drawn = choices == null || choices.chance(SHARE);
        if (blocked || !drawn || !ran.outcome().succeeded()) {
            return new Verdict.Apart();
        }
        Judged change = Judged.of(ran);
        if (change.tables().isEmpty()) {
            return new Verdict.Apart();
        }
        try (Witness witness = opener.beside(ran.context())) {
            return judge(change, witness);
        } catch (SessionException e) {
            return new Verdict.Inconclusive("state: no session");
        }
    }

    private Verdict judge(Judged change, Witness witness) {
        Soundness soundness = new Soundness(witness);
        List<Verdict> verdicts = change.tables().stream()
                .flatMap(name -> Soundness.table(witness, name).stream())
                .map(table -> soundness.judge(table, change.kind()))
                .toList();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Suspect) {
                return verdict;
            }
            if (verdict instanceof Verdict.Inconclusive inconclusive) {
                blocked = true; // by LOCK TABLES, as a rule: each further look would wait for it
                return new Verdict.Inconclusive("state: " + inconclusive.reason());
            }
        }
        return verdicts.isEmpty() ? new Verdict.Apart() : new Verdict.Pass();
    }
}
