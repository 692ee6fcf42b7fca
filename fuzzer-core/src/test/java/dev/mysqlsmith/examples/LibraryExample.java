package dev.mysqlsmith.examples;

// readme: library
import dev.mysqlsmith.campaign.CampaignOptions;
import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.campaign.Mysqlsmith;
import dev.mysqlsmith.campaign.ScriptReducer;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.verify.CheckResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class LibraryExample {
    static final ServerSpec SERVER = ServerSpec.parse("mysql:8.0.12");

    /** Fuzzes a server; findings are in {@code out/findings}, reduced. */
    static CampaignSummary fuzz(Path out) throws InterruptedException {
        return Mysqlsmith.fuzz(CampaignOptions.against(SERVER, out).withSeed(4).withStatements(2000L));
    }

    /** Makes a script that crashes the server as small as it gets; empty if it crashes nothing. */
    static Optional<ScriptReducer.Reduced> reduce(Path script, Path out) {
        Optional<ScriptReducer.Reduced> reduced = Mysqlsmith.reduce(script, SERVER, Duration.ofMinutes(2));
        reduced.ifPresent(small -> small.write(out));
        return reduced;
    }

    /** Says whether a script, or a finding's folder, triggers its failure: on each server three times. */
    static List<CheckResult> check(Path repro) {
        return Mysqlsmith.check(repro, 3, SERVER);
    }
}
// end
