package dev.mysqlsmith.campaign;

import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.server.ServerProgress;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.CheckRequest;
import dev.mysqlsmith.verify.CheckResult;
import dev.mysqlsmith.verify.Checker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The three things that it does, in one call each. For more control use {@link Campaign}, {@link ScriptReducer} and {@link Checker}. */
public final class Mysqlsmith {
    private Mysqlsmith() {}

    /**
     * Runs a campaign to its end.
     *
     * @throws dev.mysqlsmith.server.ServerException where no server can be had
     * @throws CampaignFailedException where the campaign can't go on
     */
    public static CampaignSummary fuzz(CampaignOptions options) throws InterruptedException {
        return Campaign.create(options, CampaignListener.none()).run();
    }

    /**
     * Makes the smallest script that triggers on the server what a script triggers there.
     *
     * @param script a script of SQL, or a finding's folder
     * @return empty where it triggers nothing
     * @throws IllegalArgumentException where the script can't be read
     * @throws dev.mysqlsmith.server.ServerException where no server can be had
     */
    public static Optional<ScriptReducer.Reduced> reduce(Path script, ServerSpec server, Duration time) {
        ReproSource source = ReproSource.read(script);
        return new ScriptReducer(server, source.references(), source.oracles(), time, 1, ServerProgress.SILENT)
                .withStatementTimeout(source.statementTimeout())
                .reduce(source.history(), source.expected(), ReduceListener.none());
    }

    /**
     * Says on which servers a repro triggers its failure.
     *
     * @param repro a script of SQL, for which any failure counts, or a finding's folder, for which its own does
     * @param runs how often on each server, each time fresh
     * @return a result for each server, in their order
     * @throws IllegalArgumentException where the repro can't be read
     */
    public static List<CheckResult> check(Path repro, int runs, ServerSpec... servers) {
        ReproSource source = ReproSource.read(repro);
        return new Checker(Servers::start)
                .check(new CheckRequest(
                        source.history(),
                        List.of(servers),
                        source.references(),
                        runs,
                        source.expected(),
                        source.statementTimeout(),
                        source.oracles()));
    }
}
