package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.reduce.ReduceProgress;
import dev.mysqlsmith.server.ServerProgress;
import java.nio.file.Path;

/** Is told how a campaign goes. Called from several threads; must return soon. */
public interface CampaignListener {

    /** The folder exists and the first server runs. */
    default void started(Path folder, String versionString) {}

    /** About once a second. */
    default void progress(CampaignProgress progress) {}

    /** A finding with a new signature has been confirmed, or found flaky, and saved. */
    default void found(Finding finding, Path folder) {}

    /** A finding is being reduced. */
    default void reducing(Signature signature, ReduceProgress progress) {}

    /** A finding has its repro. */
    default void reduced(Finding finding, Path folder) {}

    /** Something that somebody should know, one line. */
    default void warning(String text) {}

    /** Is told of the fetch and start of the first server. */
    default ServerProgress serverProgress() {
        return ServerProgress.SILENT;
    }

    /** One that does not care. */
    static CampaignListener none() {
        return new CampaignListener() {};
    }
}
