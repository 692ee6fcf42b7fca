package dev.mysqlsmith.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.mysqlsmith.campaign.DurationText;
import dev.mysqlsmith.campaign.ReproSource;
import dev.mysqlsmith.campaign.ScriptReducer;
import dev.mysqlsmith.finding.Repro;
import dev.mysqlsmith.finding.ReproScript;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.reduce.Rate;
import dev.mysqlsmith.reduce.ReduceBudget;
import dev.mysqlsmith.reduce.ReduceFaultException;
import dev.mysqlsmith.reduce.Reduction;
import dev.mysqlsmith.script.ScriptFormat;
import dev.mysqlsmith.server.ServerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reduces a script, or a finding further. */
@Parameters
final class ReduceCommand extends Command {

    @Parameter(description = "FILE")
    private List<String> operands = new ArrayList<>();

    @Parameter(names = "--input", placeholder = "FORMAT", order = 1, description = ReproInput.FORMATS)
    private String format = ScriptFormat.AUTO;

    @Parameter(
            names = "--server",
            placeholder = "S",
            order = 1,
            description = "Where it fails; a finding knows its own")
    private @Nullable String server;

    @Parameter(
            names = "--against",
            placeholder = "S",
            order = 2,
            description =
                    "A server that is held to be right, for wrong results; a finding knows its own; may be given again")
    private List<String> against = new ArrayList<>();

    @Parameter(
            names = "--oracle",
            placeholder = "O",
            order = 2,
            description = "What counts as the failure: crash, whatever the server's end is; " + ReduceGoal.WORDS)
    private @Nullable String oracle;

    @Parameter(
            names = "--signature",
            placeholder = "S",
            order = 3,
            description = "Which failure: an id, or a part of the text; without it the first")
    private @Nullable String signature;

    @Parameter(names = "--known", placeholder = "FILE", order = 3, description = ReproInput.KNOWN)
    private @Nullable String known;

    @Parameter(names = "--time", placeholder = "T", order = 4, description = "How long it may search")
    private String time = "10m";

    @Parameter(
            names = "--statement-timeout",
            placeholder = "T",
            order = 4,
            description = "After which a statement is killed (default: 30s; of a finding 2s, as in campaigns)")
    private @Nullable String statementTimeout;

    @Parameter(names = "--workers", placeholder = "N", order = 5, description = "How many candidates run at once")
    private @Nullable String workers;

    @Parameter(
            names = "--out",
            placeholder = "DIR",
            order = 6,
            description = "A new folder for repro.sql, repro.test, reduce.json")
    private String out = "reduced";

    @Override
    int run(Console console) throws IOException {
        Path folder = newFolder(Path.of(out));
        try {
            return reduce(folder, console);
        } catch (ReduceFaultException e) {
            Files.createDirectories(folder);
            Path best = folder.resolve("repro.sql");
            Files.writeString(best, ReproScript.forClient(e.best()));
            console.tell("mysqlsmith: " + e.getMessage() + ": " + best);
            return ExitCode.FAULT;
        }
    }

    private int reduce(Path folder, Console console) throws IOException {
        ReproSource input = ReproInput.of("reduce", null, operands, format, console);
        List<ServerSpec> references = against.isEmpty() ? input.references() : Values.servers(against);
        ReduceGoal goal = ReduceGoal.parse(oracle, !references.isEmpty());
        ServerSpec spec = Values.read(server == null ? input.serverOr("mysql:8.0.33") : server, ServerSpec::parse);
        Duration limit = Values.read(time, DurationText::parse);
        Duration patience = ReproInput.statementTimeout(statementTimeout, input);
        StopSignals.installForReduction(console);
        if (goal.command() != null) {
            ReduceBudget budget = ReduceBudget.ofTime(limit, candidates(1));
            return new CommandReduction(goal.command(), budget, folder).run(input, console);
        }
        ReplayOracles judges = goal.oracles() == null ? input.oracles() : goal.oracles();
        Optional<ScriptReducer.Reduced> reduced;
        try (ServerSteps steps = new ServerSteps(console);
                ReduceProgressLine line = new ReduceProgressLine(console)) {
            ScriptReducer reducer = new ScriptReducer(
                            spec,
                            references,
                            judges,
                            limit,
                            candidates(Runtime.getRuntime().availableProcessors()),
                            steps)
                    .withStatementTimeout(patience)
                    .withKnown(Values.known(known));
            String expected = signature != null ? signature : input.expected();
            reduced = reducer.reduceMeant(
                    input.history(),
                    failure -> (expected == null || failure.isMeantBy(expected)) && goal.isMet(failure),
                    line);
        }
        if (reduced.isEmpty()) {
            console.out()
                    .println("not triggered: " + input.path() + " does not show "
                            + (signature == null ? "a failure" : "'" + signature + "'") + " on "
                            + spec.withoutPassword());
            return ExitCode.RAN;
        }
        Files.createDirectories(folder);
        reduced.get().write(folder);
        tell(reduced.get(), folder, console);
        return ExitCode.FOUND;
    }

    private int candidates(int unlessSaid) {
        return workers == null ? unlessSaid : Values.smallCount("--workers", workers);
    }

    private static void tell(ScriptReducer.Reduced reduced, Path folder, Console console) {
        var confirmation = reduced.made().confirmation();
        console.out().println(reduced.signature());
        console.out().println(sizes(reduced.made().reduction(), reduced.made().repro()));
        console.out().println("came back in " + confirmation.hits() + " of " + confirmation.runs() + " runs");
        Rate before = reduced.made().reduction().rate();
        if (!before.isCertain()) {
            console.out().println("before the reduction it came back in " + before);
        }
        console.out().println(folder.resolve("repro.sql"));
    }

    static String sizes(Reduction reduction, Repro repro) {
        return reduction.statementsBefore() + " statements with " + reduction.tokensBefore() + " tokens became "
                + repro.history().size() + " with " + repro.tokens() + " in "
                + DurationText.format(reduction.elapsed()) + " (" + reduction.reason() + ")";
    }

    private static Path newFolder(Path folder) {
        if (Files.exists(folder)) {
            throw new UsageException(
                    "reduce: output folder '" + folder + "' exists already and is left as it is; give --out a new one");
        }
        Path parent = folder.toAbsolutePath().getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new UsageException("reduce: output folder '" + folder + "' cannot be made, '" + parent
                    + "' is not writable; give --out a path where you may create folders");
        }
        return folder;
    }

    @Override
    String operands() {
        return "FILE or finding's folder";
    }

    @Override
    String epilogue() {
        return """
                Exit codes: 3 the failure was triggered, and reduced; 0 it was not triggered.
                Example: mysqlsmith reduce crash.sql --server mysql:8.0.33-debug --time 10m --out reduced
                With --oracle script=CMD a shell command judges each script, in the place of servers: it gets the path
                as its last argument, or as $1 and $MYSQLSMITH_SCRIPT where it says so; its exit status 0 keeps the
                script, 125 stops, any other does not keep it; --workers says how many may run at once, without it one:
                mysqlsmith reduce bug.sql --oracle 'script=./shows-the-bug.sh' --out reduced
                """;
    }
}
