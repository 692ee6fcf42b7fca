package dev.mysqlsmith.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine: finding them, and running them for their output. */
final class Tools {

    /**
     * What a program answered.
     *
     * @param exitCode or -1 where it outlived its time and was ended
     * @param output of both streams
     */
    record Answer(int exitCode, String output) {
        boolean ok() {
            return exitCode == 0;
        }
    }

    private Tools() {}

    /** The program of that name on the PATH, or where system programs lie. */
    static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin:/sbin:/usr/bin:/bin";
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it for at most {@code patience}. */
    static Answer run(List<String> command, Map<String, String> environment, Path folder, Duration patience) {
        Path output = null;
        try {
            output = Files.createTempFile("mysqlsmith", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(isWindows() ? "NUL" : "/dev/null")))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            int code = waitFor(builder.start(), patience);
            return new Answer(code, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Answer(127, String.valueOf(e.getMessage()));
        } finally {
            Stream.ofNullable(output).forEach(file -> file.toFile().delete());
        }
    }

    static Answer run(List<String> command, Duration patience) {
        return run(command, Map.of(), Path.of(System.getProperty("java.io.tmpdir", "/tmp")), patience);
    }

    static boolean isWindows() {
        return Platform.current().isWindows();
    }

    private static int waitFor(Process process, Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
