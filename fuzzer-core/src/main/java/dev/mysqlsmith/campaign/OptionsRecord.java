package dev.mysqlsmith.campaign;

import dev.mysqlsmith.generate.FunctionCatalog;
import dev.mysqlsmith.report.CampaignRecord;
import dev.mysqlsmith.report.FolderException;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.source.SchemaSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign's options as {@code campaign.json} keeps them, and back. */
final class OptionsRecord {
    private OptionsRecord() {}

    static CampaignRecord of(CampaignOptions options, String versionString, FunctionCatalog functions) {
        Duration duration = options.duration();
        return new CampaignRecord(
                CampaignRecord.toolVersion(),
                options.server().withoutPassword(),
                versionString,
                options.references().stream().map(ServerSpec::withoutPassword).toList(),
                options.seed(),
                CampaignRecord.seedText(options.seed()),
                options.workers(),
                duration == null ? null : DurationText.format(duration),
                options.statements(),
                options.profile(),
                options.oracles(),
                options.known().entries(),
                options.logStatements(),
                limits(options.limits()),
                options.guidance(),
                options.schemaFrom() == null ? null : SchemaSource.withoutPassword(options.schemaFrom()),
                new CampaignRecord.Functions(functions.absent(), functions.learned()),
                Instant.now().toString(),
                System.getProperty("java.version", ""),
                System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    }

    /**
     * The options of a recorded campaign.
     *
     * @param spec the server where the record has none that can be used, because its password is left out
     */
    static CampaignOptions options(CampaignRecord recorded, Path out, @Nullable ServerSpec spec) {
        if (spec == null && recorded.server().contains("***")) {
            throw new FolderException("campaign.json in '" + out + "' keeps no password of " + recorded.server()
                    + "; give --server with the whole URL beside --resume");
        }
        if (recorded.against().stream().anyMatch(reference -> reference.contains("***"))) {
            throw new FolderException("campaign.json in '" + out
                    + "' keeps no passwords of the servers with which it was compared; begin a new campaign");
        }
        String duration = recorded.duration();
        return new CampaignOptions(
                spec == null ? ServerSpec.parse(recorded.server()) : spec,
                out,
                recorded.seed(),
                recorded.workers(),
                duration == null ? null : DurationText.parse(duration),
                recorded.statements(),
                recorded.profile(),
                new KnownBugs(recorded.known()),
                recorded.logStatements(),
                limits(recorded.limits()),
                recorded.guidance(),
                recorded.schemaFrom(),
                recorded.oracles(),
                recorded.against().stream().map(ServerSpec::parse).toList());
    }

    /** What the server said when the campaign began, so that a resumed one makes the same statements. */
    static FunctionCatalog functions(CampaignRecord recorded) {
        CampaignRecord.Functions functions = recorded.functions();
        return functions == null
                ? FunctionCatalog.UNASKED
                : new FunctionCatalog(functions.absent(), functions.learned());
    }

    private static CampaignRecord.Limits limits(CampaignLimits limits) {
        return new CampaignRecord.Limits(
                DurationText.format(limits.statementTimeout()),
                limits.roundStatements(),
                limits.roundsPerReset(),
                DurationText.format(limits.reduceTime()),
                DurationText.format(limits.grace()),
                DurationText.format(limits.dying()));
    }

    private static CampaignLimits limits(CampaignRecord.Limits recorded) {
        return new CampaignLimits(
                DurationText.parse(recorded.statementTimeout()),
                recorded.roundStatements(),
                recorded.roundsPerReset(),
                DurationText.parse(recorded.reduceTime()),
                DurationText.parse(recorded.grace()),
                DurationText.parse(recorded.dying()));
    }
}
