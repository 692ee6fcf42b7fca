package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A repro as a JUnit 5 test that fails where its bug is triggered. */
final class JunitRepro {
    private static final int MOST_RUNS = 20;

    private JunitRepro() {}

    static String of(ReproReport report) {
        return """
                import static org.junit.jupiter.api.Assertions.assertEquals;

                import dev.mysqlsmith.finding.History;
                import dev.mysqlsmith.finding.Step;
                import dev.mysqlsmith.oracle.ReplayOracles;
                import dev.mysqlsmith.server.ServerSpec;
                import dev.mysqlsmith.server.Servers;
                import dev.mysqlsmith.verify.CheckRequest;
                import dev.mysqlsmith.verify.CheckResult;
                import dev.mysqlsmith.verify.CheckVerdict;
                import dev.mysqlsmith.verify.Checker;
                import java.time.Duration;
                import java.util.List;
                import org.junit.jupiter.api.Test;

                /**
                 * @SIGNATURE@
                 *
                 * <p>Seen on @VERSION@. The system property mysqlsmith.server names another server to try.
                 */
                class ReproTest {
                    private static final History REPRO = new History(List.of(
                @STEPS@));

                    @Test
                    void isNotTriggered() {
                        ServerSpec server = ServerSpec.parse(System.getProperty("mysqlsmith.server", @SERVER@));
                        List<ServerSpec> heldToBeRight = List.of(@AGAINST@);
                        CheckRequest request = new CheckRequest(
                                REPRO,
                                List.of(server),
                                heldToBeRight,
                                @RUNS@,
                                null,
                                Duration.ofSeconds(30),
                                ReplayOracles.of(List.of(@ORACLES@)));
                        CheckResult result = new Checker(Servers::start).check(request).get(0);
                        assertEquals(CheckVerdict.NOT_TRIGGERED, result.verdict(), result.detail());
                    }
                }
                """.replace("@SIGNATURE@", comment(report.signature().toString()))
                .replace("@VERSION@", comment(report.versionString()))
                .replace("@SERVER@", literal(report.server()))
                .replace("@AGAINST@", against(report.against()))
                .replace("@RUNS@", String.valueOf(runs(report.rate())))
                .replace("@ORACLES@", oracles(report.oracle()))
                .replace("@STEPS@", steps(report.repro().history()));
    }

    /** Enough that one that comes back seldom is seen nearly always. */
    private static int runs(double rate) {
        return rate >= 1 ? 1 : rate <= 0 ? MOST_RUNS : Math.min(MOST_RUNS, (int) Math.ceil(3 / rate));
    }

    private static String against(List<String> specs) {
        return specs.stream()
                .map(spec -> "ServerSpec.parse(" + literal(spec) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String oracles(String list) {
        return Stream.of(list.split(",")).map(JunitRepro::literal).collect(Collectors.joining(", "));
    }

    private static String steps(History history) {
        return history.steps().stream()
                .map(step -> "            new Step(" + step.session() + ", " + lines(step.sql()) + ")")
                .collect(Collectors.joining(",\n"));
    }

    private static String lines(String sql) {
        return sql.lines().map(JunitRepro::literal).collect(Collectors.joining(" + \"\\n\"\n                    + "));
    }

    private static String comment(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\u", "&#92;u");
    }

    /** A literal of Java, with nothing but ASCII. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\t' -> literal.append("\\t");
                case '\r' -> literal.append("\\r");
                case '\n' -> literal.append("\\n");
                default ->
                    literal.append(
                            c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }
}
