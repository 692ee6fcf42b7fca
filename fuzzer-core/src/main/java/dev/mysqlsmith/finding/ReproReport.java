package dev.mysqlsmith.finding;

import dev.mysqlsmith.server.ServerSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure with its repro, as it is passed on: the one model of which all files for people are made.
 *
 * @param signature what it is
 * @param oracle that sees it; a list with commas where it is one of several
 * @param server the server's spec; a password is left out, as of the others, since reports go to other people
 * @param against specs of the servers whose answers are held to be right; none where nothing is compared
 * @param versionString what the server calls itself
 * @param repro what shows it
 * @param rate in how many of the confirming runs it came back, from 0 to 1
 * @param evidence the lines of the log, or the stacks, or the rows, that prove it
 * @param elsewhere what the repro does on other servers
 */
public record ReproReport(
        Signature signature,
        String oracle,
        String server,
        List<String> against,
        String versionString,
        Repro repro,
        double rate,
        String evidence,
        List<Elsewhere> elsewhere) {
    public ReproReport {
        server = withoutPassword(server);
        against = against.stream().map(ReproReport::withoutPassword).toList();
        elsewhere = List.copyOf(elsewhere);
    }

    private static String withoutPassword(String spec) {
        return ServerSpec.parse(spec).withoutPassword();
    }

    /** Of a finding; one that is not reduced shows its history. */
    public static ReproReport of(Finding finding) {
        Repro repro = finding.repro();
        return new ReproReport(
                finding.signature(),
                finding.oracle(),
                finding.server(),
                finding.against(),
                finding.versionString(),
                repro != null ? repro : new Repro(finding.history(), 0, List.of()),
                finding.rate(),
                finding.evidence(),
                finding.elsewhere());
    }

    /** {@code repro.sql} and {@code repro.test}, by their names. */
    public Map<String, String> scripts() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("repro.sql", ReproScript.forClient(repro.history()));
        files.put(
                "repro.test", ReproScript.forMysqltest(repro, signature + "\n" + server + " (" + versionString + ")"));
        return files;
    }

    /** The scripts; {@code repro.result} where a right answer is known; {@code ReproTest.java} and {@code bug-report.txt}. */
    public Map<String, String> files() {
        Map<String, String> files = scripts();
        if (!repro.result().isEmpty()) {
            files.put("repro.result", repro.result());
        }
        files.put("ReproTest.java", JunitRepro.of(this));
        files.put("bug-report.txt", BugReport.of(this));
        return files;
    }
}
