package dev.mysqlsmith.report;

import dev.mysqlsmith.finding.KnownBug;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a campaign and where it ran: {@code campaign.json}. Durations are text: {@code 1h30m}.
 *
 * @param mysqlsmith version of this tool
 * @param server the spec, without a password
 * @param versionString what the server calls itself
 * @param against specs of the servers with which it was compared, without passwords
 * @param seed as a number
 * @param seedHex the same as people write it
 * @param oracles that judged
 * @param known bugs that were known when it began
 * @param guidance whether what statements did changed the weights of those that came
 * @param schemaFrom where the tables in seed.sql are from; null where tables were generated
 * @param functions what the server said of its functions; null where it was not asked
 * @param started first start, ISO 8601, UTC
 * @param java version of Java
 * @param system operating system and processor
 */
public record CampaignRecord(
        String mysqlsmith,
        String server,
        String versionString,
        List<String> against,
        long seed,
        String seedHex,
        int workers,
        @Nullable String duration,
        @Nullable Long statements,
        String profile,
        List<String> oracles,
        List<KnownBug> known,
        boolean logStatements,
        Limits limits,
        boolean guidance,
        @Nullable String schemaFrom,
        @Nullable Functions functions,
        String started,
        String java,
        String system) {

    /** Campaigns of before they could be compared have no {@code against}. */
    public CampaignRecord {
        against = Objects.requireNonNullElse(against, List.of());
    }

    /** How long its parts might take, as text. */
    public record Limits(
            String statementTimeout,
            int roundStatements,
            int roundsPerReset,
            String reduceTime,
            String grace,
            String dying) {}

    /**
     * What the server said of its functions.
     *
     * @param absent names of known ones that it lacks
     * @param learned those that it has beside them, a line each
     */
    public record Functions(List<String> absent, List<String> learned) {}

    /** A seed as people write it: {@code 0x1f}. */
    public static String seedText(long seed) {
        return "0x" + Long.toHexString(seed).toLowerCase(Locale.ROOT);
    }

    /** The version of this tool, as its jar says. */
    public static String toolVersion() {
        return Objects.requireNonNullElse(CampaignRecord.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
