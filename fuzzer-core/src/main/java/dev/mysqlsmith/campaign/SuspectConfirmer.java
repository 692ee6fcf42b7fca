package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.Confirmation;
import dev.mysqlsmith.verify.Confirmer;
import java.util.function.Supplier;

/**
 * Tries a suspect again on fresh servers: its round first; then everything since the clean snapshot, because rounds share a
 * server; then how often the round shows it. Thread-safe.
 */
final class SuspectConfirmer implements Triage.Trial {
    private static final Confirmer.Effort ONCE = Confirmer.Effort.ofRuns(1);

    private final Confirmer confirmer;
    private final Statistics statistics;

    SuspectConfirmer(Confirmer confirmer, Statistics statistics) {
        this.confirmer = confirmer;
        this.statistics = statistics;
    }

    @Override
    public Finding confirm(Supplier<Bench> benches, Finding finding, Suspect suspect) {
        Signature signature = finding.signature();
        Bench whole = benches.get();
        Bench bench = suspect.oracle().equals(Oracles.DIFFERENTIAL) ? whole : whole.alone();
        if (!bench.server().isRestartable()) {
            statistics.skipped("not confirmed: the server cannot be restarted");
            return finding;
        }
        Confirmer judge = confirmer.judgedBy(suspect.oracle());
        if (judge.confirm(bench, finding.history(), signature, ONCE).isCertain()) {
            return finding.withConfirmation(Finding.Status.CONFIRMED, 1, finding.evidence());
        }
        if (suspect.sinceReset().size() > suspect.round().size()) {
            History all = History.of(suspect.sinceReset());
            if (judge.confirm(bench, all, signature, ONCE).isCertain()) {
                return finding.withHistory(all).withConfirmation(Finding.Status.CONFIRMED, 1, finding.evidence());
            }
        }
        Confirmation more = judge.confirm(bench, finding.history(), signature, Confirmer.Effort.ofRuns(2));
        double rate = more.hits() / (more.runs() + 1.0);
        return finding.withConfirmation(Finding.Status.FLAKY, rate, finding.evidence());
    }
}
