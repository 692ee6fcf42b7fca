package dev.mysqlsmith.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mysqld that we start on this machine, on a copy of its template. */
final class LocalServer implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);

    /** How long the process of a server that just broke off may take to be gone before we look into its log. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private final ServerSpec spec;
    private final Basedir base;
    private final Path template;
    private final RunFolder folder;
    private volatile LocalStart.Started started;
    private boolean closed;

    private LocalServer(ServerSpec spec, Basedir base, Path template, RunFolder folder) {
        this.spec = spec;
        this.base = base;
        this.template = template;
        this.folder = folder;
        folder.fill(template);
        this.started = new LocalStart(base, folder).run(spec.options());
    }

    static LocalServer start(ServerSpec spec, Basedir base, ServerCache cache, ServerProgress progress) {
        Path template = new DataTemplate(base, cache, progress).folder(spec.options());
        progress.step("starting " + spec);
        RunFolder folder = RunFolder.create(cache, DataTemplate.ROOM);
        try {
            return new LocalServer(spec, base, template, folder);
        } catch (RuntimeException e) {
            folder.delete();
            throw e;
        }
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
        return new ServerEndpoint(
                started.jdbcUrl(),
                Tools.isWindows() ? null : folder.socket(),
                started.process().pid(),
                folder.data(),
                folder.log());
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
        return started.process().isAlive();
    }

    @Override
    public synchronized void reset() {
        checkOpen();
        kill();
        folder.fill(template);
        started = new LocalStart(base, folder).run(spec.options());
    }

    @Override
    public synchronized void restart() {
        checkOpen();
        kill();
        started = new LocalStart(base, folder).run(spec.options());
    }

    @Override
    public void kill() {
        started.process().kill();
    }

    @Override
    public Evidence evidence(Duration patience) {
        ServerProcess process = started.process();
        Duration first = patience.compareTo(GRACE) < 0 ? patience : GRACE;
        if (!process.waitFor(first) && DyingServer.isDying(ErrorLog.read(folder.log()))) {
            process.waitFor(patience.minus(first));
        }
        boolean alive = process.isAlive();
        return new Evidence(
                alive, process.exitCode(), process.signal(), false, process.endedByUs(), ErrorLog.read(folder.log()));
    }

    @Override
    public @Nullable String threadStacks(Duration patience) {
        return ThreadStacks.of(started.process().pid(), patience);
    }

    /** A reset or restart that is under way is waited for: what it starts is ended, and only then is the folder nobody's. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            kill();
            folder.delete();
        } catch (RuntimeException e) {
            LOG.warn("{} is not tidied up; the next start does it", spec, e);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new ServerException("server '" + spec + "' is closed");
        }
    }
}
