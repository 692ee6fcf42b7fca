package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Elsewhere;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.FindingStore;
import dev.mysqlsmith.finding.ReproReport;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.reduce.ReduceFaultException;
import dev.mysqlsmith.reduce.ReproWriter;
import dev.mysqlsmith.server.ServerException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reduces a campaign's findings and writes down what comes out. */
final class FindingReducer implements ReductionQueue.Job {
    private static final Logger LOG = LoggerFactory.getLogger(FindingReducer.class);

    private final ReproMaker maker;
    private final OtherServers others;
    private final FindingStore store;
    private final Statistics statistics;
    private final CampaignListener listener;

    FindingReducer(
            ReproMaker maker,
            OtherServers others,
            FindingStore store,
            Statistics statistics,
            CampaignListener listener) {
        this.maker = maker;
        this.others = others;
        this.store = store;
        this.statistics = statistics;
        this.listener = listener;
    }

    @Override
    public void reduce(Finding finding, Duration time, int servers) {
        Signature signature = finding.signature();
        try {
            LOG.info(
                    "reducing {} from {} statements",
                    signature,
                    finding.history().size());
            ReproMaker.Made made = maker.judgedBy(finding.oracle())
                    .make(
                            finding.history(),
                            signature,
                            ServerVersion.parse(finding.versionString()),
                            time,
                            servers,
                            progress -> listener.reducing(signature, progress));
            Finding reduced = save(finding, made);
            listener.reduced(tried(reduced), store.folderOf(signature));
        } catch (ServerException | ReduceFaultException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("left off reducing {}; --resume does it", signature);
                return;
            }
            // the finding keeps its whole history as repro
            LOG.warn("could not reduce {}", signature, e);
            statistics.skipped("not reduced: the server failed");
            listener.warning("could not reduce " + signature + ": " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("could not reduce {}", signature, e);
            statistics.skipped("not reduced: a fault of the tool");
            listener.warning("could not reduce " + signature + " for a fault of mysqlsmith, see the log: " + e);
        }
    }

    /** Where the time is over, only its own server is known. */
    private Finding tried(Finding reduced) {
        if (Thread.currentThread().isInterrupted()) {
            return reduced;
        }
        List<Elsewhere> tried = others.tried(reduced);
        if (Thread.currentThread().isInterrupted()) {
            return reduced; // servers were given up
        }
        synchronized (store) {
            Finding told = store.find(reduced.signature()).orElse(reduced).withElsewhere(tried);
            store.save(told);
            return told;
        }
    }

    private Finding save(Finding finding, ReproMaker.Made made) {
        Finding.Status status = made.confirmation().isCertain() ? Finding.Status.CONFIRMED : Finding.Status.FLAKY;
        Finding reduced;
        synchronized (store) { // a worker may count a duplicate between the two
            reduced = store.find(finding.signature())
                    .orElse(finding)
                    .withRepro(made.repro())
                    .withConfirmation(
                            status, made.confirmation().rate(), made.evidence().orElse(finding.evidence()));
            store.save(reduced);
            new ReproWriter(store.folderOf(finding.signature()))
                    .writeFigures(ReproReport.of(reduced), made.reduction(), made.restarts());
        }
        LOG.info(
                "reduced {} to {} statements, {}",
                finding.signature(),
                made.repro().history().size(),
                made.reduction().reason());
        return reduced;
    }
}
