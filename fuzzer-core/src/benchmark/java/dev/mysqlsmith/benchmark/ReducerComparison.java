package dev.mysqlsmith.benchmark;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.StatementTokens;
import dev.mysqlsmith.reduce.ReduceBudget;
import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.reduce.Reducer;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.Replayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The reducer beside cvise and beside plain ddmin by line, on the same scripts, with the same predicate on warm servers of one
 * kind. A line for each: final size, time, executions, restarts.
 */
public final class ReducerComparison {
    private static final List<String> ALL = List.of("mysqlsmith", "ddmin", "cvise");

    private final ServerSpec spec;
    private final Duration limit;

    private ReducerComparison(ServerSpec spec, Duration limit) {
        this.spec = spec;
        this.limit = limit;
    }

    /** Arguments: server, folder of scripts or one script, minutes for each reduction, reducers ({@code mysqlsmith,ddmin,cvise}). */
    public static void main(String[] arguments) throws Exception {
        ServerSpec spec = ServerSpec.parse(arguments[0]);
        Duration limit = Duration.ofMinutes(arguments.length > 2 ? Long.parseLong(arguments[2]) : 10);
        List<String> reducers = arguments.length > 3 ? List.of(arguments[3].split(",")) : ALL;
        ReducerComparison comparison = new ReducerComparison(spec, limit);
        System.out.println("| script | reducer | statements | tokens | seconds | executions | restarts |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Path script : scripts(Path.of(arguments[1]))) {
            comparison.compare(script, reducers);
        }
    }

    private static List<Path> scripts(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private void compare(Path script, List<String> reducers) throws Exception {
        String text = Files.readString(script);
        Signature signature = signature(text, script);
        for (String reducer : reducers) {
            try (ScriptPredicate predicate = new ScriptPredicate(spec, signature)) {
                long start = System.nanoTime();
                String result = reduce(reducer, text, predicate);
                double seconds = (System.nanoTime() - start) / 1e9;
                List<String> statements = ScriptPredicate.read(result).statements();
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %d | %d | %.0f%s | %d | %d |%n",
                        script.getFileName(),
                        reducer,
                        counted(statements).size(),
                        counted(statements).stream()
                                .mapToInt(sql -> StatementTokens.of(sql, ServerVersion.parse("8.0.33"), Set.of())
                                        .size())
                                .sum(),
                        seconds,
                        seconds < limit.toSeconds() ? "" : " (time over)",
                        predicate.executions(),
                        predicate.restarts());
            }
        }
    }

    /** The databases of the scripts are of no interest. */
    static List<String> counted(List<String> statements) {
        return statements.stream()
                .filter(sql -> !sql.matches("(?is)\\s*(USE|CREATE\\s+(DATABASE|SCHEMA))\\b.*"))
                .toList();
    }

    private Signature signature(String text, Path script) {
        try (Server server = Servers.start(spec)) {
            Incident incident = new Replayer(ReplaySettings.defaults())
                    .run(server, ScriptPredicate.read(text))
                    .incident();
            if (incident instanceof Incident.Failure failure) {
                return failure.signature();
            }
            throw new IllegalArgumentException(script + " shows no failure on " + spec);
        }
    }

    private String reduce(String reducer, String text, ScriptPredicate predicate) throws Exception {
        return switch (reducer) {
            case "mysqlsmith" -> mysqlsmith(text, predicate);
            case "ddmin" -> ddmin(text, predicate);
            case "cvise" -> Cvise.reduce(text, predicate, ScriptPredicate.PARALLEL, limit);
            default -> throw new IllegalArgumentException(
                    "reducer '" + reducer + "': expected one of " + String.join(", ", ALL));
        };
    }

    private String mysqlsmith(String text, ScriptPredicate predicate) {
        History script = ScriptPredicate.read(text);
        return ReproScript.forClient(new Reducer(ServerVersion.parse("8.0.33"))
                .reduce(
                        script,
                        predicate,
                        ReduceBudget.ofTime(limit, ScriptPredicate.PARALLEL),
                        ReduceListener.none())
                .repro());
    }

    private String ddmin(String text, ScriptPredicate predicate) {
        long end = System.nanoTime() + limit.toNanos();
        List<String> lines = text.lines().toList();
        return String.join(
                "\n",
                LineDdmin.reduce(
                        lines, kept -> System.nanoTime() < end && predicate.test(String.join("\n", kept) + "\n")));
    }
}
