package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.campaign.CampaignLimits;
import dev.mysqlsmith.campaign.CampaignOptions;
import dev.mysqlsmith.campaign.CampaignSummary;
import dev.mysqlsmith.campaign.Mysqlsmith;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A campaign beside a bare JDBC loop that sends the same statements to a fresh server of the same kind. */
public final class CampaignSpeed {
    private CampaignSpeed() {}

    /** Arguments: server, number of statements, seed. */
    public static void main(String[] arguments) throws Exception {
        ServerSpec spec = ServerSpec.parse(arguments.length > 0 ? arguments[0] : "mysql:8.0.33");
        long statements = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path folder = Files.createTempDirectory("mysqlsmith-speed").resolve("campaign");
        CampaignOptions options = CampaignOptions.against(spec, folder)
                .withSeed(seed)
                .withStatements(statements)
                .withStatementLog(true)
                .withLimits(CampaignLimits.defaults().withReduction(Duration.ofMillis(1), Duration.ZERO));
        CampaignSummary summary = Mysqlsmith.fuzz(options);
        double campaign = summary.totals().statements() / summary.totals().seconds();
        report("campaign", summary.totals().statements(), summary.totals().seconds());
        System.out.println("  " + summary.totals().skips() + " " + summary.totals().findings());
        double loop = replay(spec, statements(folder.resolve("statements-0.sql")));
        System.out.printf(Locale.ROOT, "ratio %.3f%n", campaign / loop);
    }

    private static double replay(ServerSpec spec, List<String> statements) throws Exception {
        try (Server server = Servers.start(spec);
                BareLoop loop = new BareLoop(server)) {
            for (String sql : statements) {
                loop.send(sql);
            }
            report("bare loop", statements.size(), loop.seconds());
            System.out.println("  " + loop.failed() + " failed, " + loop.lost() + " ended the server");
            return statements.size() / loop.seconds();
        }
    }

    private static List<String> statements(Path log) throws IOException {
        return List.of(Files.readString(log).split(";\n"));
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
