package dev.mysqlsmith.campaign;

import dev.mysqlsmith.server.ServerSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a campaign and where it ran: {@code campaign.json}. Durations are written as {@link DurationText} does.
 *
 * @param mysqlsmith version of this tool
 * @param server the spec, without a password
 * @param versionString what the server calls itself
 * @param seed as a number
 * @param seedHex the same as people write it
 * @param oracles that judged
 * @param started first start, ISO 8601, UTC
 * @param java version of Java
 * @param system operating system and processor
 */
public record CampaignRecord(
        String mysqlsmith,
        String server,
        String versionString,
        long seed,
        String seedHex,
        int workers,
        @Nullable String duration,
        @Nullable Long statements,
        String profile,
        List<String> oracles,
        List<String> known,
        boolean logStatements,
        Limits limits,
        String started,
        String java,
        String system) {

    /** {@link CampaignLimits} as text. */
    public record Limits(
            String statementTimeout,
            int roundStatements,
            int roundsPerReset,
            String reduceTime,
            String grace,
            String dying) {

        static Limits of(CampaignLimits limits) {
            return new Limits(
                    DurationText.format(limits.statementTimeout()),
                    limits.roundStatements(),
                    limits.roundsPerReset(),
                    DurationText.format(limits.reduceTime()),
                    DurationText.format(limits.grace()),
                    DurationText.format(limits.dying()));
        }

        CampaignLimits toLimits() {
            return new CampaignLimits(
                    DurationText.parse(statementTimeout),
                    roundStatements,
                    roundsPerReset,
                    DurationText.parse(reduceTime),
                    DurationText.parse(grace),
                    DurationText.parse(dying));
        }
    }

    static CampaignRecord of(CampaignOptions options, String versionString, List<String> oracles) {
        Duration duration = options.duration();
        return new CampaignRecord(
                toolVersion(),
                options.server().withoutPassword(),
                versionString,
                options.seed(),
                seedText(options.seed()),
                options.workers(),
                duration == null ? null : DurationText.format(duration),
                options.statements(),
                options.profile(),
                oracles,
                options.known().stream().sorted().toList(),
                options.logStatements(),
                Limits.of(options.limits()),
                Instant.now().toString(),
                System.getProperty("java.version", ""),
                System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    }

    /**
     * The same options again.
     *
     * @param spec the server where the record has none that can be used, because a password is left out
     */
    CampaignOptions toOptions(Path out, @Nullable ServerSpec spec) {
        if (spec == null && server.contains("***")) {
            throw new FolderException("campaign.json in '" + out + "' keeps no password of " + server
                    + "; give --server with the whole URL beside --resume");
        }
        return new CampaignOptions(
                spec == null ? ServerSpec.parse(server) : spec,
                out,
                seed,
                workers,
                duration == null ? null : DurationText.parse(duration),
                statements,
                profile,
                Set.copyOf(known),
                logStatements,
                limits.toLimits());
    }

    /** A seed as people write it: {@code 0x1f}. */
    public static String seedText(long seed) {
        return "0x" + Long.toHexString(seed).toLowerCase(Locale.ROOT);
    }

    static String toolVersion() {
        return Objects.requireNonNullElse(CampaignRecord.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
