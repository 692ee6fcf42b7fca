package dev.mysqlsmith.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the embedded build with the smallest download. */
class EmbeddedServerIT {

    private static final ServerSpec SPEC = ServerSpec.parse("mysql:8.0.12");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Server server;

    @BeforeAll
    static void start() {
        server = Servers.start(SPEC);
    }

    @AfterAll
    static void close() {
        server.close();
        server.close(); // twice is fine
    }

    @BeforeEach
    void reset() {
        server.reset();
    }

    @Test
    void answersWithTheDefaultsOfItsVersion() throws Exception {
        assertThat(server.versionString()).startsWith("8.0.12 MySQL Community Server");
        assertThat(server.isAlive()).isTrue();
        assertThat(query(server, "SELECT @@default_storage_engine")).isEqualTo("InnoDB");
        assertThat(query(server, "SELECT @@sql_mode"))
                .isEqualTo("ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION");
        assertThat(query(server, "SELECT CURRENT_USER()")).isEqualTo("root@127.0.0.1");
        assertThat(query(server, "SELECT @@collation_connection")).isEqualTo("utf8mb4_0900_ai_ci");
    }

    @Test
    void tellsWhereItIs() throws Exception {
        ServerEndpoint endpoint = server.endpoint();
        assertThat(Objects.requireNonNull(endpoint.socket())).exists();
        assertThat(endpoint.socket().toString().length()).isLessThan(107);
        assertThat(Objects.requireNonNull(endpoint.errorLog())).isNotEmptyFile();
        assertThat(query(server, "SELECT @@datadir")).startsWith(String.valueOf(endpoint.dataDir()));
        assertThat(ProcessHandle.of(Objects.requireNonNull(endpoint.pid()))).isPresent();
    }

    @Test
    void whoIsClosedDuringAResetLeavesNoProcess() throws Exception {
        for (int millis = 0; millis <= 600; millis += 100) {
            Server other = Servers.start(SPEC);
            String data = String.valueOf(other.endpoint().dataDir());
            CompletableFuture<Void> resetting = CompletableFuture.runAsync(other::reset);
            Thread.sleep(millis);
            other.close();
            resetting
                    .handle((done, refused) -> refused)
                    .thenAccept(refused -> assertThat(refused == null ? "is closed" : refused.getMessage())
                            .contains("is closed"))
                    .join();
            assertThat(ProcessHandle.allProcesses()
                            .filter(process ->
                                    process.info().commandLine().orElse("").contains(data)))
                    .as("closed %d ms after the reset began", millis)
                    .isEmpty();
        }
    }

    @Test
    void resetIsQuickAndClean() throws Exception {
        execute(server, "CREATE DATABASE d");
        execute(server, "SET GLOBAL max_connections = 5");
        long begin = System.nanoTime();
        server.reset();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took).isLessThan(Duration.ofSeconds(10)); // 0.4 s on a machine that has nothing else to do
        assertThat(query(server, "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = 'd'"))
                .isEqualTo("0");
        assertThat(query(server, "SELECT @@max_connections")).isNotEqualTo("5");
    }

    @Test
    void killIsOursAndRestartRecovers() throws Exception {
        execute(server, "CREATE DATABASE d");
        execute(server, "CREATE TABLE d.t (a INT)");
        execute(server, "INSERT INTO d.t VALUES (42)");

        server.kill();

        assertThat(server.isAlive()).isFalse();
        Evidence evidence = server.evidence(PATIENCE);
        assertThat(evidence.alive()).isFalse();
        assertThat(evidence.endedByUs()).isTrue();
        assertThat(evidence.signal()).isEqualTo(9);
        assertThat(evidence.exitCode()).isNull();
        assertThatThrownBy(() -> server.connect()).isInstanceOf(SQLException.class);
        server.restart();
        assertThat(query(server, "SELECT a FROM d.t")).isEqualTo("42");
        assertThat(server.evidence(Duration.ZERO).endedByUs()).isFalse();
    }

    @Test
    void crashLeavesItsStack() throws Exception {
        signal("SEGV");
        Evidence evidence = server.evidence(PATIENCE);
        assertThat(evidence.alive()).isFalse();
        assertThat(evidence.endedByUs()).isFalse();
        assertThat(evidence.log()).contains("mysqld got signal 11", "handle_fatal_signal");
        assertThat(evidence.exitCode())
                .as("the server's handler exits by itself")
                .isEqualTo(2);
        server.reset();
        assertThat(server.evidence(Duration.ZERO).log()).doesNotContain("got signal");
    }

    @Test
    void killFromOutsideIsToldFromACrash() throws Exception {
        signal("KILL");
        Evidence evidence = server.evidence(PATIENCE);
        assertThat(evidence.signal()).isEqualTo(9);
        assertThat(evidence.endedByUs()).isFalse();
        assertThat(evidence.log()).doesNotContain("got signal");
    }

    @Test
    void shutdownHasExitCodeZero() throws Exception {
        execute(server, "SHUTDOWN");
        Server shuttingDown = server;
        for (int i = 0; i < 600 && shuttingDown.isAlive(); i++) {
            Thread.sleep(100);
        }
        Evidence evidence = server.evidence(PATIENCE);
        assertThat(evidence.exitCode()).isZero();
        assertThat(evidence.signal()).isNull();
        assertThat(evidence.endedByUs()).isFalse();
    }

    @Test
    void liveServerIsFoundAlive() {
        long begin = System.nanoTime();
        Evidence evidence = server.evidence(PATIENCE);
        assertThat(evidence.alive()).isTrue();
        assertThat(evidence.exitCode()).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void twoRunSideBySideAndLeaveNothing() throws Exception {
        Path data;
        long pid;
        try (Server second = Servers.start(ServerSpec.parse("mysql:8.0.12?sql_mode=ANSI&lower_case_table_names=1"))) {
            data = Objects.requireNonNull(second.endpoint().dataDir());
            pid = Objects.requireNonNull(second.endpoint().pid());
            execute(second, "CREATE DATABASE d");
            assertThat(query(second, "SELECT @@sql_mode")).contains("ANSI_QUOTES");
            assertThat(query(second, "SELECT @@lower_case_table_names")).isEqualTo("1");
            assertThat(query(server, "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = 'd'"))
                    .isEqualTo("0");
        }
        assertThat(data.getParent()).doesNotExist();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void takesAnotherPortWhereOneIsTaken() throws Exception {
        ServerCache cache = ServerCache.ofUser();
        Basedir base = new Installation(cache, ServerProgress.SILENT).install(SPEC);
        RunFolder folder = RunFolder.create(cache, 0);
        folder.fill(new DataTemplate(base, cache, ServerProgress.SILENT).folder(List.of()));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), free.getLocalPort()).iterator();
            free.close();
            LocalStart.Started started = new LocalStart(base, folder, ports::next).run(List.of());
            assertThat(started.port()).isEqualTo(free.getLocalPort());
            started.process().kill();
        } finally {
            folder.delete();
        }
    }

    @Test
    void cacheIsNotEmptiedUnderARunningServer() {
        assertThatThrownBy(Servers::cleanCache)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("in use");
        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void badOptionIsReportedInTheServersWords() {
        assertThatThrownBy(() -> Servers.start(ServerSpec.parse("mysql:8.0.12?no_such_option=1")))
                .isInstanceOf(ServerException.class)
                .hasMessageContainingAll("mysql:8.0.12?no_such_option=1", "unknown variable 'no_such_option=1'");
    }

    @Test
    void buildInPlaceGivesTheSameServer() throws Exception {
        Path base = Path.of(query(server, "SELECT @@basedir"));
        try (Server local = Servers.start(ServerSpec.parse("dir:" + base))) {
            assertThat(local.versionString()).isEqualTo(server.versionString());
            local.kill();
            local.restart();
            assertThat(local.isAlive()).isTrue();
        }
    }

    @Test
    void baseDirectoryWithoutServerIsRefused() throws IOException {
        Path empty = Files.createTempDirectory("base");
        try {
            assertThatThrownBy(() -> Servers.start(ServerSpec.parse("dir:" + empty)))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContainingAll(empty.toString(), "mysqld");
        } finally {
            Files.delete(empty);
        }
        assertThatThrownBy(() -> Servers.start(ServerSpec.parse("dir:" + empty)))
                .hasMessageContainingAll(empty.toString(), "no directory");
    }

    @Test
    void stacksOfAllThreadsWhereADebuggerIs() {
        String stacks = server.threadStacks(PATIENCE);
        Stream.ofNullable(stacks).forEach(text -> assertThat(text).contains("Thread 1", "poll"));
        assertThat(stacks == null).isEqualTo(Tools.find("gdb").isEmpty());
    }

    private static void signal(String name) throws Exception {
        String pid = String.valueOf(server.endpoint().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    static void execute(Server server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(Server server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
