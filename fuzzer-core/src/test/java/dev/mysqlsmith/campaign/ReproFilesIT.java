package dev.mysqlsmith.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.server.ServerProgress;
import dev.mysqlsmith.server.ServerSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The files that a reduction leaves do what they are for. */
@Timeout(600)
class ReproFilesIT {
    @TempDir
    Path temp;

    @Test
    void aWrongResultComesWithTheRightAnswerAndATestThatFails() throws Exception {
        // 8.0.12 takes a fraction that rounds to 0 for false
        History script = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE t (a INT, b VARCHAR(20))",
                "INSERT INTO t VALUES (1, 'one')",
                "SELECT 'x'",
                "SELECT a, b FROM t WHERE 0.3"));

        reducer("mysql:8.0.12", List.of(ServerSpec.parse("mysql:8.0.33")))
                .reduce(script, null, ReduceListener.none())
                .orElseThrow()
                .write(temp);

        assertThat(temp.resolve("repro.result")).content().containsPattern("WHERE 0?\\.[0-9]+;\n\\S+\n\\S+\n$");
        assertThat(temp.resolve("bug-report.txt")).content().contains("compared with: mysql:8.0.33", "only there");
        TestExecutionSummary failing = run(compiled());
        assertThat(failing.getFailures()).hasSize(1);
        assertThat(failing.getFailures().get(0).getException())
                .hasMessageContaining("other rows, under every plan, a value as predicate");
        assertThat(onAnotherServer("mysql:8.0.33").getTestsSucceededCount()).isEqualTo(1);
    }

    @Test
    void aCrashComesWithAnswersUpToItAndATestThatFails() throws Exception {
        History script = History.of(List.of(
                "CREATE DATABASE d",
                "USE d",
                "CREATE TABLE t (a DOUBLE)",
                "INSERT INTO t VALUES (NULL)",
                "SELECT a FROM t ORDER BY a",
                "SELECT COUNT(*) DIV x.a FROM t x, t GROUP BY x.a WITH ROLLUP"));

        reducer("mysql:8.0.12", List.of())
                .reduce(script, null, ReduceListener.none())
                .orElseThrow()
                .write(temp);

        assertThat(temp.resolve("repro.result")).content().endsWith(lastLine("repro.sql"));
        assertThat(temp.resolve("bug-report.txt")).content().contains("S1 (Critical)", "got signal 11", "\nmysqld(");
        assertThat(run(compiled()).getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException()).hasMessageContaining("signal 11 in "));
    }

    private String lastLine(String file) throws IOException {
        List<String> lines = Files.readAllLines(temp.resolve(file));
        return lines.get(lines.size() - 1) + "\n";
    }

    private static ScriptReducer reducer(String server, List<ServerSpec> references) {
        return new ScriptReducer(
                ServerSpec.parse(server),
                references,
                ReplayOracles.NONE,
                Duration.ofMinutes(2),
                1,
                ServerProgress.SILENT);
    }

    private TestExecutionSummary onAnotherServer(String spec) throws Exception {
        System.setProperty("mysqlsmith.server", spec);
        try {
            return run(compiled());
        } finally {
            System.clearProperty("mysqlsmith.server");
        }
    }

    private Class<?> compiled() throws Exception {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-d",
                        temp.toString(),
                        temp.resolve("ReproTest.java").toString());
        assertThat(status).isZero();
        return new URLClassLoader(new URL[] {temp.toUri().toURL()}, ReproFilesIT.class.getClassLoader())
                .loadClass("ReproTest");
    }

    private static TestExecutionSummary run(Class<?> test) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
