package dev.mysqlsmith.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs cvise with its default passes; its test asks a predicate of this process, by HTTP on this machine alone. */
final class Cvise {
    private static final String NAME = "candidate.sql";

    private Cvise() {}

    /**
     * What is left when it ends, or when its time is over.
     *
     * @param parallel how many tests it may run at once
     */
    static String reduce(String script, Predicate<String> fails, int parallel, Duration limit)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mysqlsmith-cvise");
        Path file = Files.writeString(folder.resolve(NAME), script);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, fails));
        server.start();
        try {
            Path test = Files.writeString(
                    folder.resolve("test.sh"),
                    "#!/bin/sh\nexec curl -sf -o /dev/null --data-binary @" + NAME + " http://127.0.0.1:"
                            + server.getAddress().getPort() + "/\n");
            Files.setPosixFilePermissions(test, PosixFilePermissions.fromString("rwxr-xr-x"));
            Process process = new ProcessBuilder("cvise", "--n", "" + parallel, test.toString(), NAME)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("cvise.log").toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            } else if (process.exitValue() != 0) {
                throw new IOException("cvise ended with status " + process.exitValue() + ", expected 0; see "
                        + folder.resolve("cvise.log"));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void answer(HttpExchange exchange, Predicate<String> fails) throws IOException {
        try (exchange) {
            String script = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(fails.test(script) ? 200 : 404, -1);
        }
    }
}
