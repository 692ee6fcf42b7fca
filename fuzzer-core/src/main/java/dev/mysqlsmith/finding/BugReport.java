package dev.mysqlsmith.finding;

import dev.mysqlsmith.server.ServerOption;
import dev.mysqlsmith.server.ServerSpec;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A failure in the form that bugs.mysql.com asks for: its fields in their order, then the three texts. */
final class BugReport {
    private static final int SYNOPSIS_LENGTH = 150;
    private static final int MOST_EVIDENCE_LINES = 80;
    /** Where a build lies is nobody's business. */
    private static final Pattern FOLDER_OF_BUILD = Pattern.compile("(?m)^/\\S*/(mysqld|mariadbd)");

    private BugReport() {}

    static String of(ReproReport report) {
        return field("Synopsis", synopsis(report))
                + field("Version", report.versionString())
                + field("Category", category(report))
                + field("Severity", severity(report))
                + field("OS", os(report))
                + field("CPU", os(report).isEmpty() ? "" : System.getProperty("os.arch", ""))
                + "\nDescription:\n"
                + description(report)
                + "\nHow to repeat:\n"
                + howToRepeat(report)
                + "\nSuggested fix:\nnone known\n";
    }

    private static String field(String name, String value) {
        return value.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%-10s%s%n", name + ":", value).replace("\r\n", "\n");
    }

    private static String synopsis(ReproReport report) {
        String text = report.signature().text();
        String synopsis =
                switch (report.signature().kind()) {
                    case CRASH -> "Server crash: " + text;
                    case ASSERTION -> text;
                    case HANG -> "Statement hangs and can't be killed: " + text;
                    case WRONG_RESULT -> "Wrong result: " + text;
                    case ERROR -> "Unexpected " + text;
                    case CORRUPTION -> "Corrupt data: " + text;
                };
        return synopsis.length() <= SYNOPSIS_LENGTH ? synopsis : synopsis.substring(0, SYNOPSIS_LENGTH - 3) + "...";
    }

    private static String category(ReproReport report) {
        boolean innodb =
                report.evidence().contains("[InnoDB]") || report.evidence().contains("InnoDB: Assertion");
        return innodb
                ? "MySQL Server: InnoDB storage engine"
                : report.signature().kind() == Kind.WRONG_RESULT ? "MySQL Server: Optimizer" : "MySQL Server";
    }

    private static String severity(ReproReport report) {
        boolean debug = report.versionString().toLowerCase(Locale.ROOT).contains("debug");
        return switch (report.signature().kind()) {
            case CRASH, CORRUPTION -> debug ? "S6 (Debug Builds)" : "S1 (Critical)";
            case ASSERTION -> debug ? "S6 (Debug Builds)" : "S1 (Critical)";
            case HANG, WRONG_RESULT -> "S2 (Serious)";
            case ERROR -> "S3 (Non-critical)";
        };
    }

    /** Of this machine, where the server runs on it. */
    private static String os(ReproReport report) {
        ServerSpec.Kind kind = ServerSpec.parse(report.server()).kind();
        boolean here = kind == ServerSpec.Kind.EMBEDDED || kind == ServerSpec.Kind.DIRECTORY;
        return here ? System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") : "";
    }

    private static String description(ReproReport report) {
        String happens =
                switch (report.signature().kind()) {
                    case CRASH ->
                        "The server ends by a signal.\nExpected: it answers the statement, or gives an error.";
                    case ASSERTION ->
                        "An assertion of the server fails.\nExpected: it answers the statement, or gives an error.";
                    case HANG -> "The statement does not end, and KILL does not end it.\nExpected: it ends.";
                    case WRONG_RESULT ->
                        "The answer is not the one that the statement asks for.\nExpected and actual: below.";
                    case ERROR -> "The last statement gives an error.\nExpected: it is answered.";
                    case CORRUPTION ->
                        "The server says that its data is corrupt.\nExpected: it is not, after these statements.";
                };
        return happens + "\n" + rate(report.rate()) + against(report.against()) + elsewhere(report.elsewhere()) + "\n"
                + evidence(report.evidence());
    }

    private static String rate(double rate) {
        return rate >= 1 || rate <= 0
                ? ""
                : String.format(Locale.ROOT, "It does not happen always: in %.0f %% of runs.\n", 100 * rate);
    }

    private static String against(List<String> against) {
        return against.isEmpty() ? "" : "Right, and compared with: " + String.join(", ", against) + "\n";
    }

    private static String elsewhere(List<Elsewhere> tried) {
        return tried.stream()
                .filter(other -> !other.versionString().isEmpty())
                .map(other -> "On " + other.versionString() + ": "
                        + (other.signature() == null ? "does not happen" : other.signature()) + "\n")
                .collect(Collectors.joining());
    }

    private static String evidence(String evidence) {
        List<String> lines = FOLDER_OF_BUILD
                .matcher(evidence.strip())
                .replaceAll("$1")
                .lines()
                .toList();
        String shown = lines.stream().limit(MOST_EVIDENCE_LINES).collect(Collectors.joining("\n"));
        return shown + "\n"
                + (lines.size() > MOST_EVIDENCE_LINES
                        ? "(and " + (lines.size() - MOST_EVIDENCE_LINES) + " lines more)\n"
                        : "");
    }

    private static String howToRepeat(ReproReport report) {
        History history = report.repro().history();
        boolean sessions = history.steps().stream().anyMatch(step -> step.session() != 0);
        boolean prepared = ReproScript.needsBinaryProtocol(history);
        boolean test = sessions || prepared;
        String options = ServerSpec.parse(report.server()).options().stream()
                .map(ServerOption::argument)
                .collect(Collectors.joining(" "));
        return "On a server with an empty data directory"
                + (options.isEmpty() ? "" : " and " + options)
                + (test ? ", with mysqltest" : ", with mysql --force")
                + (prepared ? " --ps-protocol" : "")
                + ":\n\n"
                + (test ? ReproScript.forMysqltest(report.repro(), "") : ReproScript.forClient(history));
    }
}
