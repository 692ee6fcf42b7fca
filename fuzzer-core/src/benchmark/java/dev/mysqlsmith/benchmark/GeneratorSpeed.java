package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.generate.GeneratedStatement;
import dev.mysqlsmith.generate.GeneratorSettings;
import dev.mysqlsmith.generate.GeneratorTools;
import dev.mysqlsmith.generate.Profile;
import dev.mysqlsmith.generate.StatementGenerator;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.random.Choices;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How many statements a second a generator makes, in rounds as a campaign has them, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class GeneratorSpeed {
    private static final int ROUND = 600;

    @Param({"default", "queries"})
    public String profile = "default";

    private GeneratorTools tools = tools();
    private StatementGenerator generator = generator(0);
    private int statements;

    /** One argument is allowed: the profile's name. */
    public static void main(String[] arguments) throws Exception {
        OptionsBuilder options = new OptionsBuilder();
        options.include(GeneratorSpeed.class.getName());
        if (arguments.length > 0) {
            options.param("profile", arguments);
        }
        new Runner(options.build()).run();
    }

    @org.openjdk.jmh.annotations.Setup
    public void setUp() {
        tools = tools();
        generator = generator(0);
        statements = 0;
    }

    @Benchmark
    public String statement() {
        if (++statements % ROUND == 0) {
            generator = generator(statements / ROUND);
        }
        GeneratedStatement statement = generator.next();
        generator.applied(statement, true);
        return statement.sql();
    }

    private GeneratorTools tools() {
        return new GeneratorTools(
                new GeneratorSettings(Profile.named(profile), ServerVersion.parse("8.0.33"), "mysqlsmith"));
    }

    private StatementGenerator generator(int round) {
        return new StatementGenerator(tools, Choices.seeded(1).split(round));
    }
}
