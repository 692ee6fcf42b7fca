package dev.mysqlsmith.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line in a JVM of its own. */
final class CommandProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private CommandProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static CommandProcess start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        return new CommandProcess(builder.start());
    }

    String readLine() throws IOException {
        return out.readLine();
    }

    String readAll() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As Ctrl-C from afar: SIGTERM. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy() would close the streams as well
    }

    int waitFor(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs after " + seconds + " s");
        }
        return process.exitValue();
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
