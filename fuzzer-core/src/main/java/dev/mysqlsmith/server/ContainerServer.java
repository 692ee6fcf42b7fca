package dev.mysqlsmith.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of an image that works as the official one does: its entry point makes the data directory and hands options
 * on to the server, which is the container's main process. A reset starts a fresh container.
 */
final class ContainerServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerServer.class);
    private static final int PORT = 3306;
    private static final String PASSWORD = "mysqlsmith";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LINES = 8;

    private final ServerSpec spec;
    private volatile Started started;
    private volatile boolean endedByUs;
    private boolean closed;

    /**
     * A container that answers.
     *
     * @param logBegin where in the container's log this start of the server begins
     */
    private record Started(MySQLContainer container, String jdbcUrl, String version, int logBegin) {
        String id() {
            return container.getContainerId();
        }
    }

    private ContainerServer(ServerSpec spec) {
        this.spec = spec;
        this.started = launch(spec);
    }

    static ContainerServer start(ServerSpec spec, ServerProgress progress) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new ServerException("server '" + spec + "': no container engine answers on this machine;"
                    + " start Docker, or use an embedded server such as mysql:8.0.33");
        }
        progress.step("starting " + spec);
        return new ContainerServer(spec);
    }

    @Override
    public ServerSpec spec() {
        return spec;
    }

    @Override
    public String versionString() {
        return started.version();
    }

    @Override
    public ServerEndpoint endpoint() {
        return new ServerEndpoint(started.jdbcUrl(), null, null, null, null);
    }

    @Override
    public Connection connect() throws SQLException {
        return Jdbc.connect(started.jdbcUrl());
    }

    @Override
    public boolean isRestartable() {
        return true;
    }

    @Override
    public boolean isAlive() {
        return Boolean.TRUE.equals(state().getRunning());
    }

    @Override
    public synchronized void reset() {
        checkOpen();
        started.container().stop();
        started = launch(spec);
        endedByUs = false;
    }

    @Override
    public synchronized void restart() {
        checkOpen();
        kill();
        MySQLContainer container = started.container();
        int logBegin = container.getLogs().length();
        docker().startContainerCmd(started.id()).exec();
        started = awaitAnswer(spec, container, logBegin);
        endedByUs = false;
    }

    @Override
    public void kill() {
        if (isAlive()) {
            endedByUs = true;
            try {
                docker().killContainerCmd(started.id()).exec();
            } catch (DockerException e) {
                LOG.debug("it ended by itself meanwhile", e);
            }
        }
        if (!awaitEnd(PATIENCE)) {
            throw new ServerException("container " + started.id() + " of '" + spec + "' does not end after SIGKILL");
        }
    }

    @Override
    public Evidence evidence(Duration patience) {
        Duration first = patience.compareTo(LocalServer.GRACE) < 0 ? patience : LocalServer.GRACE;
        if (!awaitEnd(first) && DyingServer.isDying(log())) {
            awaitEnd(patience.minus(first));
        }
        InspectContainerResponse.ContainerState state = state();
        boolean alive = Boolean.TRUE.equals(state.getRunning());
        Long exit = alive ? null : state.getExitCodeLong();
        int status = exit == null ? 0 : exit.intValue();
        boolean bySignal = status > 128 && status <= 128 + 64;
        return new Evidence(
                alive,
                exit == null || bySignal ? null : Integer.valueOf(status),
                bySignal ? Integer.valueOf(status - 128) : null,
                Boolean.TRUE.equals(state.getOOMKilled()),
                !alive && endedByUs,
                log());
    }

    /** The process lives in the container's own namespace, out of the reach of a debugger here. */
    @Override
    public @Nullable String threadStacks(Duration patience) {
        return null;
    }

    /** A reset or restart that is under way is waited for: what it starts is to be removed, too. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            started.container().stop();
        } catch (RuntimeException e) {
            LOG.warn("container {} of {} is not removed: {}", started.id(), spec, e.getMessage());
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new ServerException("server '" + spec + "' is closed");
        }
    }

    String containerId() {
        return started.id();
    }

    private static Started launch(ServerSpec spec) {
        MySQLContainer container = new PlainContainer(spec);
        try {
            container.start();
            return awaitAnswer(spec, container, 0);
        } catch (ContainerLaunchException e) {
            String log = container.getContainerId() == null ? "" : lastLines(container.getLogs());
            container.stop();
            throw new ServerException(
                    "server '" + spec + "': its container does not start: " + cause(e)
                            + (log.isEmpty() ? "" : "; its log says: " + log),
                    e);
        } catch (RuntimeException e) {
            container.stop();
            throw e instanceof ServerException
                    ? e
                    : new ServerException("server '" + spec + "': no container of it: " + cause(e), e);
        }
    }

    private static Started awaitAnswer(ServerSpec spec, MySQLContainer container, int logBegin) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        SQLException last = null;
        while (System.nanoTime() < deadline && running(container.getContainerId())) {
            String url = url(container);
            try (Connection connection = Jdbc.connect(url)) {
                return new Started(container, url, Jdbc.version(connection), logBegin);
            } catch (SQLException e) {
                last = e;
                sleep(POLL);
            }
        }
        throw new ServerException("server '" + spec + "': its container gives no connection"
                + (last == null ? "" : " (" + last.getMessage() + ")") + "; its log says: "
                + lastLines(container.getLogs()));
    }

    /** The port is another one after each start. */
    private static String url(MySQLContainer container) {
        var bindings = docker().inspectContainerCmd(container.getContainerId())
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings();
        String port = bindings.entrySet().stream()
                .filter(entry -> entry.getKey().getPort() == PORT && entry.getValue() != null)
                .flatMap(entry -> Stream.of(entry.getValue()))
                .map(binding -> binding.getHostPortSpec())
                .findFirst()
                .orElse(String.valueOf(PORT));
        return Jdbc.complete("jdbc:mysql://" + container.getHost() + ":" + port + "/?user=root&password=" + PASSWORD);
    }

    private String log() {
        String whole = started.container().getLogs();
        return whole.substring(Math.min(started.logBegin(), whole.length()));
    }

    private InspectContainerResponse.ContainerState state() {
        return docker().inspectContainerCmd(started.id()).exec().getState();
    }

    private boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (running(started.id())) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            sleep(POLL);
        }
        return true;
    }

    private static boolean running(String id) {
        return Boolean.TRUE.equals(
                docker().inspectContainerCmd(id).exec().getState().getRunning());
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    private static String cause(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static String lastLines(String log) {
        var lines = log.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without the configuration file that MySQLContainer would put in, which changes many of the server's defaults. */
    private static final class PlainContainer extends MySQLContainer {

        private PlainContainer(ServerSpec spec) {
            super(DockerImageName.parse(spec.target()).asCompatibleSubstituteFor("mysql"));
            withUsername("root");
            withPassword(PASSWORD);
            withStartupTimeout(PATIENCE);
            withStartupTimeoutSeconds((int) PATIENCE.toSeconds());
            withConnectTimeoutSeconds((int) PATIENCE.toSeconds());
            if (!spec.options().isEmpty()) {
                withCommand(spec.options().stream().map(ServerOption::argument).toArray(String[]::new));
            }
        }

        @Override
        protected void configure() {
            addEnv("MYSQL_ROOT_PASSWORD", PASSWORD);
        }

        /** Answering as root is for us to await, with our own settings. */
        @Override
        protected void waitUntilContainerStarted() {}
    }
}
