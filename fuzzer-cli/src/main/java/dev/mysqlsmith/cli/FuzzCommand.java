package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.mysqlsmith.campaign.Campaign;
import dev.mysqlsmith.campaign.CampaignFailedException;
import dev.mysqlsmith.campaign.CampaignLimits;
import dev.mysqlsmith.campaign.CampaignOptions;
import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.report.FolderException;
import dev.mysqlsmith.server.ServerSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a campaign. */
@Parameters
final class FuzzCommand extends Command {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Parameter(names = "--server", placeholder = "S", order = 1, description = "What to fuzz (default: mysql:8.0.33)")
    private @Nullable String server;

    @Parameter(
            names = "--against",
            placeholder = "S",
            order = 2,
            description =
                    "A server that is held to be right: the same statements run there, and what they do is compared;"
                            + " may be given again")
    private List<String> against = new ArrayList<>();

    @Parameter(
            names = "--oracle",
            placeholder = "O",
            order = 2,
            description = "What judges, a list: crash (always), differential (with --against), " + Values.ORACLES
                    + " (default: crash, with --against differential)")
    private @Nullable String oracle;

    @Parameter(
            names = "--duration",
            placeholder = "T",
            order = 3,
            description = "How long: 8h, 1h30m, 90s (without it and --statements: until Ctrl-C)")
    private @Nullable String duration;

    @Parameter(names = "--statements", placeholder = "N", order = 4, description = "How many statements in all")
    private @Nullable String statements;

    @Parameter(
            names = "--seed",
            placeholder = "N",
            order = 5,
            description = "From which all follows; decimal or 0x.. (default: 1)")
    private @Nullable String seed;

    @Parameter(
            names = "--workers",
            placeholder = "N",
            order = 6,
            description = "How many at once, each with its own server (default: half the cores)")
    private @Nullable String workers;

    @Parameter(
            names = "--profile",
            placeholder = "P",
            order = 7,
            description = "Name or file of a profile (default: default)")
    private @Nullable String profile;

    @Parameter(
            names = "--known",
            placeholder = "FILE",
            order = 8,
            description =
                    "Known bugs, a YAML list: entries by signature, error, statement or feature, with link, reason, until; a finding's known.yaml proposes one")
    private @Nullable String known;

    @Parameter(
            names = "--out",
            placeholder = "DIR",
            order = 9,
            description = "A new folder (default: mysqlsmith-DATE-TIME)")
    private @Nullable String out;

    @Parameter(
            names = "--resume",
            placeholder = "DIR",
            order = 10,
            description = "Goes on with the campaign in that folder")
    private @Nullable String resume;

    @Parameter(
            names = "--statement-timeout",
            placeholder = "T",
            order = 11,
            description = "After which a statement is killed (default: 2s)")
    private @Nullable String statementTimeout;

    @Parameter(
            names = "--reduce-time",
            placeholder = "T",
            order = 12,
            description = "How long one reduction may take (default: 5m)")
    private @Nullable String reduceTime;

    @Parameter(
            names = "--grace",
            placeholder = "T",
            order = 13,
            description = "How long reductions may go on when the time is over (default: 20m)")
    private @Nullable String grace;

    @Parameter(names = "--log-statements", order = 14, description = "Write each worker's statements to a file")
    private boolean logStatements;

    @Parameter(
            names = "--guidance",
            placeholder = "G",
            order = 15,
            description =
                    "Whether new plans, failures and timeouts change the weights of the profile: on, off (default: on)")
    private @Nullable String guidance;

    @Parameter(
            names = "--schema-from",
            placeholder = "FROM",
            order = 16,
            description =
                    "Begin with your tables: a file of SQL, or jdbc:mysql://HOST:PORT/DATABASE?user=USER, which is only read")
    private @Nullable String schemaFrom;

    @Override
    int run(Console console) throws InterruptedException {
        try (FuzzProgress progress = new FuzzProgress(console)) {
            Campaign campaign = campaign(progress);
            StopSignals.install(campaign, progress);
            return run(campaign, progress, console);
        } catch (FolderException e) {
            throw new UsageException("fuzz: " + e.getMessage());
        }
    }

    private int run(Campaign campaign, FuzzProgress progress, Console console) throws InterruptedException {
        try {
            CampaignSummary summary = campaign.run();
            progress.close();
            console.out().print(SummaryText.of(summary, campaign.options()));
            return summary.news().isEmpty() ? ExitCode.RAN : ExitCode.FOUND;
        } catch (CampaignFailedException e) {
            progress.close();
            console.out().print(SummaryText.of(e.summary(), campaign.options()));
            console.tell("mysqlsmith: " + e.getMessage() + "; the log is in the campaign's folder");
            Logging.error(e);
            return e.summary().news().isEmpty() ? ExitCode.FAULT : ExitCode.FOUND;
        }
    }

    private Campaign campaign(FuzzProgress progress) {
        ServerSpec spec = server == null ? null : Values.read(server, ServerSpec::parse);
        if (resume != null) {
            refuseOthersWithResume();
            return Campaign.resume(Path.of(resume), spec, progress);
        }
        CampaignOptions options = options(spec == null ? ServerSpec.parse("mysql:8.0.33") : spec);
        return Values.read("", unused -> Campaign.create(options, progress));
    }

    private void refuseOthersWithResume() {
        boolean others = logStatements
                || !against.isEmpty()
                || Stream.of(
                                oracle,
                                duration,
                                statements,
                                seed,
                                workers,
                                profile,
                                known,
                                out,
                                statementTimeout,
                                reduceTime,
                                grace,
                                guidance,
                                schemaFrom)
                        .anyMatch(option -> option != null);
        if (others) {
            throw new UsageException(
                    "fuzz: --resume goes on with the options that the campaign had; give it alone, or with"
                            + " --server where the server's password is needed");
        }
    }

    private CampaignOptions options(ServerSpec spec) {
        int count = workers == null
                ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2)
                : Values.smallCount("--workers", workers);
        String guided = Values.word("--guidance", guidance == null ? "on" : guidance, List.of("on", "off"));
        return Values.read(
                "",
                unused -> CampaignOptions.against(spec, folder())
                        .withSeed(seed == null ? 1 : Values.seed(seed))
                        .withWorkers(count)
                        .withDuration(duration == null ? null : DurationText.parse(duration))
                        .withStatements(statements == null ? null : (Long) Values.count("--statements", statements))
                        .withProfile(profile == null ? "default" : profile)
                        .withKnown(Values.known(known))
                        .withStatementLog(logStatements)
                        .withGuidance(!"off".equals(guided))
                        .withSchemaFrom(schemaFrom)
                        .withReferences(Values.servers(against))
                        .withOracles(Values.oracles(oracle == null ? Oracles.CRASH : oracle, !against.isEmpty()))
                        .withLimits(limits()));
    }

    private CampaignLimits limits() {
        CampaignLimits limits = CampaignLimits.defaults();
        return limits.withReduction(time(reduceTime, limits.reduceTime()), time(grace, limits.grace()))
                .withStatementTimeout(time(statementTimeout, limits.statementTimeout()));
    }

    private static Duration time(@Nullable String text, Duration otherwise) {
        return text == null ? otherwise : DurationText.parse(text);
    }

    private Path folder() {
        return Path.of(
                out != null
                        ? out
                        : "mysqlsmith-"
                                + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP));
    }

    @Override
    String epilogue() {
        return """
                Servers: mysql:8.0.33, mysql:8.0.33-debug, mysql:8.0.12, ... (mysqlsmith servers list), container:IMAGE,
                dir:BASEDIR[?debug], jdbc:mysql://HOST:PORT/?user=USER; options of mysqld behind ?: mysql:8.0.33?sort_buffer_size=32K
                Ctrl-C once stops, writes everything and shortens reductions; twice stops at once.
                Exit codes: 0 nothing found; 3 found; 2 wrong usage; 125 the tool or its environment failed.
                Example: mysqlsmith fuzz --server mysql:8.0.12 --duration 5m --seed 1 --out out
                """;
    }
}
