package dev.mysqlsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only whole processes show: two JVMs, kill -9, signals. */
@Timeout(600)
class ProcessesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    @Test
    void twoJvmsGenerateTheSameBytes() throws Exception {
        String[] command = {"generate", "--count", "20000", "--seed", "7"};
        try (CommandProcess first = CommandProcess.start(log(), command);
                CommandProcess second = CommandProcess.start(log(), command)) {
            String text = first.readAll();
            assertThat(second.readAll()).isEqualTo(text);
            assertThat(text.lines()).hasSizeGreaterThanOrEqualTo(20_000);
            assertThat(first.waitFor(60)).isZero();
        }
    }

    @Test
    void aCampaignThatWasKilledGoesOnAndLeavesNoServerBehind() throws Exception {
        Path out = temp.resolve("out");
        List<ProcessHandle> servers;
        try (CommandProcess killed = CommandProcess.start(
                log(),
                "fuzz",
                "--server",
                "mysql:8.0.12",
                "--duration",
                "40s",
                "--grace",
                "20s",
                "--reduce-time",
                "20s",
                "--seed",
                "5",
                "--workers",
                "1",
                "--out",
                out.toString())) {
            waitUntil(() -> statistics(out).size() >= 2);
            servers = killed.children();
            killed.kill();
        }
        List<JsonNode> before = statistics(out);
        JsonNode checkpoint = JSON.readTree(out.resolve("checkpoint.json").toFile());
        assertThat(servers).isNotEmpty();
        try (CommandProcess resumed = CommandProcess.start(log(), "fuzz", "--resume", out.toString())) {
            String summary = resumed.readAll();
            assertThat(resumed.waitFor(600)).isIn(ExitCode.RAN, ExitCode.FOUND);
            assertThat(summary).contains("statements in ");
        }
        assertThat(servers).noneMatch(ProcessHandle::isAlive);
        List<JsonNode> after = statistics(out);
        JsonNode last = after.get(after.size() - 1);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(last.path("statements").asLong())
                .isGreaterThan(checkpoint.path("totals").path("statements").asLong());
        assertThat(last.path("seconds").asDouble()).isGreaterThanOrEqualTo(39);
        assertThat(out.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void aTerminatedCampaignWritesEverything() throws Exception {
        Path out = temp.resolve("out");
        try (CommandProcess stopped = CommandProcess.start(
                log(),
                "fuzz",
                "--server",
                "mysql:8.0.12",
                "--workers",
                "1",
                "--grace",
                "20s",
                "--out",
                out.toString())) {
            waitUntil(() -> Files.exists(out.resolve("stats.jsonl")));
            stopped.terminate();
            assertThat(stopped.readAll()).contains("statements in ");
            assertThat(stopped.waitFor(180)).isIn(ExitCode.RAN, ExitCode.FOUND);
            assertThat(stopped.children()).isEmpty();
        }
        assertThat(out.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void aStartedServerTellsWhereItIsAndGoesWithItsProcess() throws Exception {
        try (CommandProcess start = CommandProcess.start(log(), "servers", "start", "mysql:8.0.12")) {
            JsonNode told = JSON.readTree(start.readLine());
            assertThat(told.path("socket").asText()).isNotEmpty();
            assertThat(Path.of(told.path("dataDir").asText())).isDirectory();
            assertThat(Path.of(told.path("errorLog").asText())).isRegularFile();
            assertThat(version(told.path("jdbcUrl").asText())).startsWith("8.0.12");
            ProcessHandle mysqld = ProcessHandle.of(told.path("pid").asLong()).orElseThrow();
            start.terminate();
            start.waitFor(60);
            mysqld.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
            assertThat(mysqld.isAlive()).isFalse();
        }
    }

    private Path log() {
        return temp.resolve("stderr.log");
    }

    private static String version(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection.createStatement().executeQuery("SELECT VERSION()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<JsonNode> statistics(Path out) throws IOException {
        Path file = out.resolve("stats.jsonl");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<JsonNode> lines = new java.util.ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void waitUntil(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited five minutes").isLessThan(end);
            Thread.sleep(200);
        }
    }
}
