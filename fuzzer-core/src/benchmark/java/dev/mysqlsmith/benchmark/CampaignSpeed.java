package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.campaign.CampaignLimits;
import dev.mysqlsmith.campaign.CampaignOptions;
import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.campaign.KnownBugs;
import dev.mysqlsmith.campaign.Mysqlsmith;
import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A campaign beside a bare JDBC loop that sends the same statements to a fresh server of the same kind, those too that oracles
 * send in sessions of their own.
 */
public final class CampaignSpeed {
    /** Statements of a campaign before, in which the JVM compiles what a campaign of hours has compiled. */
    private static final long WARM = 5_000;

    private static final KnownBug ALL = new KnownBug(null, null, ".", null, null, null, null);

    private CampaignSpeed() {}

    /** Arguments: server, number of statements that the generator makes, seed, oracles, profile. */
    public static void main(String[] arguments) throws Exception {
        ServerSpec spec = ServerSpec.parse(arguments.length > 0 ? arguments[0] : "mysql:8.0.33");
        long statements = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        String oracles = arguments.length > 3 ? arguments[3] : Oracles.CRASH;
        String profile = arguments.length > 4 ? arguments[4] : "default";
        Path folder = Files.createTempDirectory("mysqlsmith-speed");
        CampaignOptions options = CampaignOptions.against(spec, folder.resolve("warm"))
                .withSeed(seed + 1)
                .withStatements(WARM)
                .withOracles(Oracles.read(oracles))
                .withProfile(profile)
                .withKnown(new KnownBugs(List.of(ALL))) // nothing is confirmed
                .withLimits(CampaignLimits.defaults().withReduction(Duration.ofMillis(1), Duration.ZERO));
        Mysqlsmith.fuzz(options);
        StatementRecorder.begin();
        CampaignSummary summary =
                Mysqlsmith.fuzz(options.withOut(folder.resolve("campaign")).withSeed(seed).withStatements(statements));
        List<StatementRecorder.Sent> sent = StatementRecorder.take();
        long count = sent.stream().filter(one -> one.sql() != null).count();
        double seconds = summary.totals().seconds();
        report("campaign", count, seconds);
        System.out.println("  " + summary.totals().skips() + " " + summary.totals().findings());
        summary.totals()
                .checks()
                .forEach((oracle, checks) -> System.out.printf(
                        Locale.ROOT, "  %s: %d checks, %.1f a second%n", oracle, checks, checks / seconds));
        double loop = replay(spec, sent, count);
        System.out.printf(Locale.ROOT, "ratio %.3f%n", loop / seconds);
    }

    private static double replay(ServerSpec spec, List<StatementRecorder.Sent> all, long count) throws Exception {
        try (Server server = Servers.start(spec);
                BareLoop loop = new BareLoop(server)) {
            for (StatementRecorder.Sent sent : all) {
                loop.send(sent);
            }
            report("bare loop", count, loop.seconds());
            System.out.println("  " + loop.failed() + " failed, " + loop.lost() + " ended the server");
            return loop.seconds();
        }
    }

    private static void report(String what, long statements, double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%-10s %d statements in %.1f s: %.0f a second%n",
                what,
                statements,
                seconds,
                statements / seconds);
    }
}
