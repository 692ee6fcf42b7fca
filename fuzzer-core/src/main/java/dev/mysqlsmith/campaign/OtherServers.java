package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.Elsewhere;
import dev.mysqlsmith.finding.Finding;
import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.CheckRequest;
import dev.mysqlsmith.verify.CheckResult;
import dev.mysqlsmith.verify.Checker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * On which of the servers at hand a finding's repro shows its failure, beside the campaign's own.
 *
 * @param servers that are tried
 * @param references with which findings by comparison are compared there, too
 * @param statementTimeout after which a statement is killed
 */
record OtherServers(List<ServerSpec> servers, List<ServerSpec> references, Duration statementTimeout) {
    OtherServers {
        servers = List.copyOf(servers);
        references = List.copyOf(references);
    }

    /** The embedded builds that are in the cache. */
    static OtherServers atHand(CampaignOptions options) {
        List<ServerSpec> others = Servers.atHand().stream()
                .filter(spec -> !isSameBuild(spec, options.server()))
                .toList();
        return new OtherServers(others, options.references(), options.limits().statementTimeout());
    }

    /** What the repro does on each, in their order. A reference that a finding is compared with is not tried against itself. */
    List<Elsewhere> tried(Finding finding) {
        List<ServerSpec> right = finding.against().isEmpty() ? List.of() : references;
        History repro =
                finding.repro() == null ? finding.history() : finding.repro().history();
        CheckRequest request = new CheckRequest(
                repro,
                servers.stream()
                        .filter(spec -> right.stream().noneMatch(reference -> isSameBuild(spec, reference)))
                        .toList(),
                right,
                1,
                finding.id(),
                statementTimeout,
                ReplayOracles.ofFinding(finding.oracle()));
        return new Checker(Servers::start)
                .check(request).stream().map(OtherServers::elsewhere).toList();
    }

    private static boolean isSameBuild(ServerSpec one, ServerSpec other) {
        return one.kind() == other.kind() && one.target().equals(other.target());
    }

    private static Elsewhere elsewhere(CheckResult result) {
        return new Elsewhere(
                result.server(),
                result.versionString(),
                result.verdict().name(),
                result.signature() == null ? null : Objects.toString(result.signature()),
                result.detail());
    }
}
