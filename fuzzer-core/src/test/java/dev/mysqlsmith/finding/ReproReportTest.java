package dev.mysqlsmith.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mysqlsmith.execute.BinaryProtocol;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReproReportTest {
    private static final Repro REPRO = new Repro(
            new History(List.of(new Step(0, "CREATE TABLE t (a INT)"), new Step(1, "SELECT \"ü\\\"\nFROM t"))),
            12,
            List.of(),
            "CREATE TABLE t (a INT);\n");

    @Test
    void allFilesComeFromTheOneModel() {
        Map<String, String> files = report(Kind.CRASH, "crash", 1, List.of()).files();

        assertThat(files)
                .containsOnlyKeys("repro.sql", "repro.test", "repro.result", "ReproTest.java", "bug-report.txt")
                .containsEntry("repro.result", "CREATE TABLE t (a INT);\n");
        assertThat(report(Kind.CRASH, "crash", 1, List.of()).scripts()).containsOnlyKeys("repro.sql", "repro.test");
    }

    @Test
    void theBugReportHasTheFieldsOfTheForm() {
        String text = report(Kind.CRASH, "crash", 0.5, List.of()).files().get("bug-report.txt");

        assertThat(text)
                .startsWith("Synopsis: Server crash: signal 11 in A<int>::f\nVersion:  8.0.12 MySQL Community Server\n"
                        + "Category: MySQL Server\nSeverity: S1 (Critical)\nOS:       ")
                .contains(
                        "\nDescription:\n",
                        "in 50 % of runs",
                        "mysqld got signal 11\nmysqld(f()+0x2e)",
                        "\nHow to repeat:\n",
                        "and --sort_buffer_size=32K, with mysqltest",
                        "--connect (s1,localhost,root,,*NO-ONE*)\nSELECT \"ü\\\"\nFROM t;\n")
                .endsWith("\nSuggested fix:\nnone known\n");
    }

    @Test
    void aReproOfTheBinaryProtocolIsForMysqltest() {
        History history = History.of(List.of("USE d", BinaryProtocol.marked("SELECT 1")));
        ReproReport report = new ReproReport(
                new Signature(Kind.CRASH, "signal 11 in f"),
                "crash",
                "mysql:8.0.12",
                List.of(),
                "8.0.12",
                new Repro(history, 4, List.of()),
                1,
                "",
                List.of());

        assertThat(report.files().get("bug-report.txt"))
                .contains(
                        "with mysqltest --ps-protocol:\n\n# run it by",
                        "USE d;\n/* mysqlsmith: prepared */ SELECT 1;\n");
    }

    @Test
    void aWrongResultNamesWhatIsHeldToBeRight() {
        String text = report(Kind.WRONG_RESULT, "differential", 1, List.of("mysql:8.0.33"))
                .files()
                .get("bug-report.txt");

        assertThat(text)
                .contains(
                        "Synopsis: Wrong result: ",
                        "Category: MySQL Server: Optimizer",
                        "Severity: S2 (Serious)",
                        "compared with: mysql:8.0.33\nOn 8.0.33 Community: does not happen\nOn 5.7.22: crash: signal 11 in B::g\n\n")
                .doesNotContain("% of runs");
    }

    @Test
    void anAssertionOfADebugBuildIsOfItsOwnSeverity() {
        ReproReport report = new ReproReport(
                new Signature(Kind.ASSERTION, "Assertion `" + "x".repeat(300) + "' failed in f"),
                "crash",
                "mysql:8.0.33-debug",
                List.of(),
                "8.0.33-debug",
                REPRO,
                1,
                "[InnoDB] Assertion failure\n".repeat(100),
                List.of());

        String text = report.files().get("bug-report.txt");

        assertThat(text).contains("S6 (Debug Builds)", "InnoDB storage engine", "(and 20 lines more)");
        assertThat(text.lines().findFirst().orElseThrow()).endsWith("...").hasSizeLessThan(170);
    }

    @Test
    void noFileHasAPassword() {
        ReproReport report =
                report(Kind.WRONG_RESULT, "differential", 1, List.of("jdbc:mysql://db:3306/?user=u&password=secret"));

        assertThat(report.files().values())
                .noneMatch(text -> text.contains("secret"))
                .anyMatch(text -> text.contains("jdbc:mysql://db:3306/?user=u"));
    }

    @Test
    void theJunitTestHasTheReproInAscii() {
        String java = report(Kind.WRONG_RESULT, "error=1105,tlp", 0.5, List.of("mysql:8.0.33"))
                .files()
                .get("ReproTest.java");

        assertThat(java)
                .contains(
                        "new Step(1, \"SELECT \\\"\\u00fc\\\\\\\"\" + \"\\n\"\n",
                        "+ \"FROM t\")",
                        "signal 11 in A&lt;int&gt;::f",
                        "List.of(ServerSpec.parse(\"mysql:8.0.33\"))",
                        "List.of(\"error=1105\", \"tlp\")",
                        "\n                6,\n")
                .matches(text -> text.chars().allMatch(c -> c < 128))
                .doesNotContain("@SIGNATURE@", "@STEPS@");
        assertThat(java.toLowerCase(Locale.ROOT)).contains("class reprotest {");
    }

    private static ReproReport report(Kind kind, String oracle, double rate, List<String> against) {
        return new ReproReport(
                new Signature(kind, "signal 11 in A<int>::f"),
                oracle,
                "mysql:8.0.12?sort_buffer_size=32K",
                against,
                "8.0.12 MySQL Community Server",
                REPRO,
                rate,
                "mysqld got signal 11\n/home/me/build/bin/mysqld(f()+0x2e) [0x1a]\n",
                List.of(
                        new Elsewhere("mysql:8.0.33", "8.0.33 Community", "NOT_TRIGGERED", null, "nothing failed"),
                        new Elsewhere("mysql:5.7.22", "5.7.22", "OTHER", "crash: signal 11 in B::g", ""),
                        new Elsewhere("dir:/gone", "", "COULD_NOT_RUN", null, "no such folder")));
    }
}
