package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.Confirmation;
import dev.mysqlsmith.verify.Replay;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.Replayer;
import java.util.List;

/** What a server that answers rightly answers to the statements of a repro, as far as that is known. */
final class RightAnswers {
    private final ReplaySettings settings;

    RightAnswers(ReplaySettings settings) {
        this.settings = settings;
    }

    /**
     * Of a reference, which is asked, where there is one. Else of the server itself, which is held to be right up to the
     * statement that shows the failure: the one that it did not survive, or the last.
     *
     * @param confirmation what the server that fails did
     */
    List<Outcome> of(Bench bench, History history, Signature signature, Confirmation confirmation) {
        if (!bench.references().isEmpty() && signature.kind() == Kind.WRONG_RESULT) {
            Bench reference = Bench.of(bench.references().get(0));
            reference.reset();
            Replay replay = new Replayer(settings.withOracles(ReplayOracles.NONE)).run(reference, history);
            return untilErrorsDiffer(replay, confirmation.errors());
        }
        List<Outcome> outcomes = confirmation.outcomes();
        return outcomes.subList(0, Math.min(outcomes.size(), history.size() - 1));
    }

    /** Where the two give other errors, mysqltest would not go on with the errors that the repro expects. */
    private static List<Outcome> untilErrorsDiffer(Replay right, List<Integer> wrong) {
        List<Integer> errors = right.errors();
        int same = 0;
        while (same < errors.size() && (same >= wrong.size() || errors.get(same).equals(wrong.get(same)))) {
            same++;
        }
        return right.outcomes().subList(0, same);
    }
}
