package dev.mysqlsmith.grammar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** All figures of docs/benchmarks.md, for the statements of one file. */
final class Comparison {
    private Comparison() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0]))) {
            System.err.println("expected -Dstatements=FILE, a line of JSON a statement, with the field \"sql\"; make one with"
                    + " ./mysqlsmith generate --count 8000 --seed 1 --format jsonl > FILE");
            System.exit(2);
        }
        String file = Path.of(arguments[0]).toAbsolutePath().toString();
        System.out.println("in a fresh JVM: parser | accepted | by full LL | CPU to the 6,000th statement | heap at the end");
        for (String parser : List.of("mysqlsmith", "debezium")) {
            fresh(parser, file);
        }
        new Runner(new OptionsBuilder()
                        .include(WarmBenchmark.class.getSimpleName())
                        .param("file", file)
                        .build())
                .run();
    }

    private static void fresh(String parser, String file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshJvm.class.getName(),
                        parser,
                        file)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                // ANTLR tells there, for each class, that Debezium's was made by another version of it
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(parser + " ended with exit code " + process.exitValue());
        }
    }
}
