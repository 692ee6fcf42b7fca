package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.Kind;
import dev.mysqlsmith.finding.KnownBug;
import dev.mysqlsmith.finding.KnownBugUse;
import dev.mysqlsmith.generate.Features;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns against a real server, the smallest to fetch. */
@Timeout(900)
class CampaignIT {
    private static final ServerSpec SERVER = ServerSpec.parse("mysql:8.0.12");

    @TempDir
    Path temp;

    @Test
    void aShortCampaignLeavesAWholeFolder() throws InterruptedException {
        CampaignSummary summary =
                Mysqlsmith.fuzz(quick("short").withStatements(3000L).withOracles(Oracles.read("all")));
        assertThat(summary.totals().statements()).isEqualTo(3000);
        assertThat(summary.totals().shareSucceeded()).isGreaterThan(0.5);
        assertThat(summary.totals().byKind()).containsKeys("SELECT", "CREATE TABLE", "INSERT");
        assertThat(summary.totals().checks().keySet())
                .containsAll(Oracles.names().stream()
                        .filter(name -> !name.equals(Oracles.DURABILITY)) // once in 5,000 statements
                        .filter(name -> !name.equals(Oracles.CERT)) // 8.0.12 tells no estimates
                        .toList());
        assertThat(summary.faults()).isZero();
        Path folder = summary.folder();
        assertThat(Stream.of("campaign.json", "stats.jsonl", "checkpoint.json", "report.html"))
                .allSatisfy(name -> assertThat(folder.resolve(name)).isNotEmptyFile());
        summary.findings()
                .forEach(finding -> assertThat(Stream.of(
                                "finding.json", "history.sql", "repro.sql", "repro.test", "server.log", "evidence.txt"))
                        .allSatisfy(name -> assertThat(folder.resolve("findings")
                                        .resolve(finding.id())
                                        .resolve(name))
                                .exists()));
    }

    @Test
    void aServerDoesAsItselfInLockstep() throws InterruptedException {
        CampaignSummary summary = Mysqlsmith.fuzz(compared("itself", SERVER).withStatements(3000L));
        assertThat(summary.totals().checks().get(Oracles.DIFFERENTIAL)).isGreaterThan(1500);
        assertThat(summary.findings())
                .filteredOn(CampaignIT::isWrongResult)
                .extracting(Finding::evidence)
                .isEmpty();
        assertThat(summary.faults()).isZero();
    }

    @Test
    void aServerOfAnotherVersionDoesOtherwise() throws InterruptedException {
        CampaignOptions options =
                compared("other", ServerSpec.parse("mysql:8.0.33")).withStatements(1500L);
        CampaignSummary summary = Mysqlsmith.fuzz(options);
        assertThat(summary.findings())
                .filteredOn(CampaignIT::isWrongResult)
                .extracting(Finding::status, Finding::against)
                .contains(tuple(Finding.Status.CONFIRMED, List.of("mysql:8.0.33")));
        assertThat(summary.faults()).isZero();
    }

    @Test
    void whatIsKnownIsCountedAndMakesNoNews() throws InterruptedException {
        KnownBug all = new KnownBug(null, null, ".", null, "https://bugs/1", "all is known", null);
        KnownBug none = KnownBug.ofSignature("nothing has this signature");
        CampaignSummary summary = Mysqlsmith.fuzz(compared("known", ServerSpec.parse("mysql:8.0.33"))
                .withStatements(1500L)
                .withKnown(new KnownBugs(List.of(none, all))));
        assertThat(summary.news()).isEmpty();
        assertThat(summary.findings())
                .isNotEmpty()
                .extracting(Finding::status, Finding::known, Finding::repro)
                .containsOnly(tuple(Finding.Status.KNOWN, all, null));
        assertThat(summary.known())
                .extracting(KnownBugUse::entry, KnownBugUse::fate, KnownBugUse::findings)
                .containsExactly(
                        tuple(none, KnownBugUse.Fate.UNMATCHED, 0),
                        tuple(all, KnownBugUse.Fate.MATCHED, summary.findings().size()));
        assertThat(summary.folder().resolve("report.html")).content().contains("https://bugs/1", "never matched");
    }

    @Test
    void eachWorkersStatementsDependOnItsSeedAlone() throws Exception {
        Mysqlsmith.fuzz(repeatable("one").withWorkers(1).withStatements(1500L));
        Mysqlsmith.fuzz(repeatable("two").withWorkers(2).withStatements(3000L));
        List<String> alone = Files.readAllLines(temp.resolve("one/statements-0.sql"));
        List<String> together = Files.readAllLines(temp.resolve("two/statements-0.sql"));
        List<String> other = Files.readAllLines(temp.resolve("two/statements-1.sql"));
        assertThat(alone).hasSizeGreaterThanOrEqualTo(1500);
        assertThat(together).isEqualTo(alone);
        assertThat(other).isNotEqualTo(alone);
    }

    @Test
    void aServerThatIsKilledCostsItsRoundAndIsNoFind() throws Exception {
        AtomicInteger killed = new AtomicInteger();
        CampaignListener killer = new CampaignListener() {
            @Override
            public void progress(CampaignProgress progress) {
                if (progress.totals().statements() > 200 && killed.get() == 0) {
                    killed.addAndGet(killServers());
                }
            }
        };
        // rows of constants for InnoDB, which any build survives: no find of the build's own is beside the kill
        Path plain = Files.writeString(temp.resolve("plain.profile"), """
                include default
                weight statement/*                     0
                weight statement/createTableStatement  1
                weight statement/insertStatement       90
                weight statement/truncateStatement     1
                weight statement/commitStatement       5
                weight insertSource/query              0
                weight simpleExpression/*              0
                weight simpleExpression/literal        1
                engine MyISAM    0
                engine MEMORY    0
                engine CSV       0
                engine ARCHIVE   0
                engine BLACKHOLE 0
                engine MERGE     0
                size nodes  60
                size binary 0
                """);
        CampaignOptions options = quick("killed")
                .withProfile(plain.toString())
                .withGuidance(false)
                .withStatements(4000L);
        CampaignSummary summary = Campaign.create(options, killer).run();
        assertThat(killed.get()).isPositive();
        assertThat(summary.findings()).isEmpty();
        assertThat(summary.faults()).isZero();
        assertThat(summary.totals().skips()).containsEntry("server lost: killed by signal 9", 1L);
        assertThat(summary.totals().rounds()).isGreaterThan(2);
    }

    @Test
    void aStoppedCampaignGoesOnWhereItWas() throws Exception {
        Campaign[] campaign = new Campaign[1];
        campaign[0] = Campaign.create(quick("stopped").withStatements(4000L), new CampaignListener() {
            @Override
            public void progress(CampaignProgress progress) {
                if (progress.totals().statements() > 700) {
                    campaign[0].stop();
                }
            }
        });
        CampaignSummary first = campaign[0].run();
        assertThat(first.totals().statements()).isBetween(700L, 3999L);
        CampaignSummary second = Campaign.resume(temp.resolve("stopped"), null, CampaignListener.none())
                .run();
        assertThat(second.totals().statements()).isGreaterThan(first.totals().statements());
        assertThat(second.totals().rounds()).isGreaterThan(first.totals().rounds());
        assertThat(second.totals().byFeature().get(Features.BINARY).statements())
                .as("statements by the binary protocol")
                .isPositive();
    }

    @Test
    void aServerThatCannotBeHadLeavesNoFolder() throws IOException {
        CampaignOptions options =
                CampaignOptions.against(ServerSpec.parse("dir:" + temp.resolve("none")), temp.resolve("x"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Mysqlsmith.fuzz(options))
                .isInstanceOf(dev.mysqlsmith.server.ServerException.class);
        assertThat(temp.resolve("x")).doesNotExist();
        try (Server still = Servers.start(SERVER)) {
            assertThat(still.isAlive()).isTrue();
        }
    }

    private CampaignOptions compared(String name, ServerSpec reference) {
        return quick(name)
                .withProfile("queries")
                .withReferences(List.of(reference))
                .withOracles(Oracles.read("crash", true));
    }

    private static boolean isWrongResult(Finding finding) {
        return finding.signature().kind() == Kind.WRONG_RESULT;
    }

    /** Nothing in it depends on how fast the server is: quick statements, which no timeout ends. */
    private CampaignOptions repeatable(String name) {
        return quick(name)
                .withProfile("dml")
                .withGuidance(false)
                .withStatementLog(true)
                .withLimits(CampaignLimits.defaults()
                        .withReduction(Duration.ofSeconds(20), Duration.ofSeconds(20))
                        .withStatementTimeout(Duration.ofMinutes(1)));
    }

    private CampaignOptions quick(String name) {
        return CampaignOptions.against(SERVER, temp.resolve(name))
                .withSeed(5)
                .withLimits(CampaignLimits.defaults().withReduction(Duration.ofSeconds(20), Duration.ofSeconds(20)));
    }

    /** All servers are children of this process. */
    private static int killServers() {
        List<ProcessHandle> servers = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("mysqld"))
                .toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        return servers.size();
    }
}
