package dev.mysqlsmith.reduce;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.ReproScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a shell command says so: exit status 0 keeps a candidate, as C-Reduce and {@code git bisect run} have it.
 *
 * <p>The candidate is a script of the mysql client, a file of its own. The command has its path in {@code $MYSQLSMITH_SCRIPT} and
 * as {@code $1}; one that names neither gets it as its last argument. Status 125 says that nothing can be said; 126 and 127 are
 * the shell's for a command that can't be run. Any other is no.
 */
public final class CommandInterestingness implements Interestingness {
    /** The variable of the environment that has the path. */
    public static final String VARIABLE = "MYSQLSMITH_SCRIPT";

    private static final Pattern NAMES_THE_SCRIPT = Pattern.compile("\\$\\{?(?:1|@|\\*|" + VARIABLE + ")");
    private static final Set<Integer> FAULTS = Set.of(125, 126, 127);
    private static final int COMPLAINT_LENGTH = 500;
    private static final int SECONDS_TO_END = 10;

    private final String command;
    private final Duration limit;
    private final AtomicLong timeouts = new AtomicLong();

    /**
     * @param command for {@code sh -c}, in the directory of this process
     * @param limit after which it is ended with all that it started; such a candidate is not kept
     */
    public CommandInterestingness(String command, Duration limit) {
        this.command = NAMES_THE_SCRIPT.matcher(command).find() ? command : command + " \"$1\"";
        this.limit = limit;
    }

    /** How many runs took longer than the limit. */
    public long timeouts() {
        return timeouts.get();
    }

    /** @throws IllegalStateException where the command can't be run or says that nothing can be said */
    @Override
    public Answer test(History candidate) {
        try {
            Path folder = Files.createTempDirectory("mysqlsmith-candidate");
            try {
                return run(candidate, folder.resolve("candidate.sql"), folder.resolve("complaint.txt"));
            } finally {
                Files.deleteIfExists(folder.resolve("candidate.sql"));
                Files.deleteIfExists(folder.resolve("complaint.txt"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a candidate can't be given to '" + command + "'", e);
        }
    }

    @Override
    public boolean mayVary() {
        return true;
    }

    private Answer run(History candidate, Path script, Path complaint) throws IOException {
        Files.writeString(script, ReproScript.forClient(candidate));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command, "sh", script.toString())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(complaint.toFile());
        builder.environment().put(VARIABLE, script.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                timeouts.incrementAndGet();
                return Answer.GONE;
            }
            return answer(process.exitValue(), complaint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.GONE;
        } finally {
            end(process);
        }
    }

    /** Ends a command and what it started, and waits until the next candidate has the machine to itself. */
    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
    }

    private Answer answer(int status, Path complaint) throws IOException {
        if (FAULTS.contains(status)) {
            String text = new String(Files.readAllBytes(complaint), StandardCharsets.UTF_8).strip();
            String end = text.substring(Math.max(0, text.length() - COMPLAINT_LENGTH));
            throw new IllegalStateException("the command '" + command + "' ended with status " + status
                    + ", expected 0 for a script that shows the failure and 1 for one that does not"
                    + (end.isEmpty() ? "" : "; it said: " + end));
        }
        return status == 0 ? Answer.SAME : Answer.GONE;
    }
}
