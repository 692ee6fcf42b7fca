package dev.mysqlsmith.grammar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Statements a second, warm, one thread: the file's statements one after another, again and again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class WarmBenchmark {
    /** Which parser. */
    @Param({"mysqlsmith", "debezium"})
    public String parser = "";

    /** The file of statements. */
    @Param("")
    public String file = "";

    private Contender contender = new OurParser();
    private List<String> statements = List.of();
    private int next;

    /** Reads the statements. */
    @Setup
    public void read() throws IOException {
        contender = Contender.named(parser);
        statements = Statements.read(Path.of(file));
    }

    /** One statement. */
    @Benchmark
    public boolean statement() {
        next = next + 1 < statements.size() ? next + 1 : 0;
        return contender.accepts(statements.get(next));
    }
}
