package dev.mysqlsmith.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running mysqld: in a session of its own, so that Ctrl-C in a terminal does not reach it, and tied to this JVM's life. */
final class ServerProcess {

    /**
     * Every mysqld is started by this one thread, which lives as long as the JVM: the kernel sends the signal that {@code
     * setpriv --pdeathsig} asks for when the thread that started the process ends.
     */
    private static final ExecutorService SPAWNER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "mysqlsmith-spawner");
        thread.setDaemon(true);
        return thread;
    });

    private static final List<String> WRAPPER = wrapper();

    private static final Set<ServerProcess> STARTED = ConcurrentHashMap.newKeySet();

    private final Process process;
    private volatile boolean endedByUs;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a server; its output goes to {@code log}, from its beginning.
     *
     * @param input what it reads from standard input, or null for nothing
     */
    static ServerProcess start(Basedir base, List<String> command, Path folder, Path log, @Nullable Path input) {
        List<String> wrapped = new ArrayList<>(WRAPPER);
        wrapped.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(wrapped)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(input != null ? input.toFile() : new File(Tools.isWindows() ? "NUL" : "/dev/null"));
        builder.environment().put("TZ", "UTC");
        builder.environment().remove("NOTIFY_SOCKET");
        if (!base.libraries().isEmpty()) {
            builder.environment().merge("LD_LIBRARY_PATH", base.libraryPath(), (theirs, ours) -> ours + ":" + theirs);
        }
        try {
            ServerProcess started =
                    new ServerProcess(SPAWNER.submit(builder::start).get());
            STARTED.add(started);
            started.process.onExit().thenRun(() -> STARTED.remove(started));
            return started;
        } catch (ExecutionException e) {
            throw new ServerException(
                    "server '" + base.name() + "': can't run '" + command.get(0) + "': " + message(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while starting " + base.name(), e);
        }
    }

    /** Ends all that run: this JVM is about to end. */
    static void killAll() {
        STARTED.forEach(ServerProcess::kill);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endedByUs() {
        return endedByUs;
    }

    /** Ends it as {@code kill -9} does and waits until it is gone; nothing where it is gone already. */
    void kill() {
        if (process.isAlive()) {
            endedByUs = true;
            process.destroyForcibly();
        }
        // an interrupt must not leave a server behind
        boolean gone = process.onExit()
                .handle((exited, fault) -> true)
                .completeOnTimeout(false, 60, TimeUnit.SECONDS)
                .join();
        if (!gone) {
            throw new ServerException("process " + pid() + " does not end after SIGKILL; look at it with ps");
        }
    }

    /** Asks it to shut down and waits. */
    boolean shutDown(Duration patience) {
        endedByUs = true;
        process.destroy();
        return waitFor(patience);
    }

    /** Whether it was gone within that time. */
    boolean waitFor(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Null while it runs, and where a signal ended it. */
    @Nullable
    Integer exitCode() {
        return isAlive() || signal() != null ? null : process.exitValue();
    }

    /** The signal that ended it, or null. Java gives 128 and the signal's number for it, which mysqld itself never exits with. */
    @Nullable
    Integer signal() {
        if (isAlive()) {
            return null;
        }
        int status = process.exitValue();
        return !Tools.isWindows() && status > 128 && status <= 128 + 64 ? Integer.valueOf(status - 128) : null;
    }

    private static List<String> wrapper() {
        List<String> wrapper = new ArrayList<>();
        Tools.find("setsid").ifPresent(setsid -> wrapper.add(setsid.toString()));
        Tools.find("setpriv")
                .map(setpriv -> List.of(setpriv.toString(), "--pdeathsig", "KILL"))
                .filter(tie -> {
                    List<String> trial = new ArrayList<>(tie);
                    trial.add("true");
                    return Tools.run(trial, Duration.ofSeconds(10)).ok();
                })
                .ifPresent(wrapper::addAll);
        return List.copyOf(wrapper);
    }

    private static String message(@Nullable Throwable e) {
        return e instanceof IOException && e.getMessage() != null ? e.getMessage() : String.valueOf(e);
    }
}
