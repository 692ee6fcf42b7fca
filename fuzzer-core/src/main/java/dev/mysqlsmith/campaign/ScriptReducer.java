package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.History;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.ReproReport;
import dev.mysqlsmith.finding.Signature;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.oracle.ReplayOracles;
import dev.mysqlsmith.reduce.ReduceListener;
import dev.mysqlsmith.reduce.ReproWriter;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerException;
import dev.mysqlsmith.server.ServerProgress;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import dev.mysqlsmith.verify.Bench;
import dev.mysqlsmith.verify.Replay;
import dev.mysqlsmith.verify.ReplaySettings;
import dev.mysqlsmith.verify.Replayer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sees what a script triggers on a server, and makes the smallest script that triggers the same. */
public final class ScriptReducer {
    /** A failure of every fifth run is missed by one script of ten. */
    private static final int TRIES = 10;

    private final ServerSpec spec;
    private final List<ServerSpec> references;
    private final ReplaySettings settings;
    private final Duration time;
    private final int servers;
    private final ServerProgress progress;

    /**
     * @param references servers that are held to be right, with which answers are compared
     * @param oracles which relations judge queries, beside the evidence of the server
     * @param time for the search
     * @param servers how many candidates run at once
     */
    public ScriptReducer(
            ServerSpec spec,
            List<ServerSpec> references,
            ReplayOracles oracles,
            Duration time,
            int servers,
            ServerProgress progress) {
        this(spec, references, ReplaySettings.defaults().withOracles(oracles), time, servers, progress);
    }

    private ScriptReducer(
            ServerSpec spec,
            List<ServerSpec> references,
            ReplaySettings settings,
            Duration time,
            int servers,
            ServerProgress progress) {
        this.spec = spec;
        this.references = List.copyOf(references);
        this.settings = settings;
        this.time = time;
        this.servers = servers;
        this.progress = progress;
    }

    /** The same with another timeout of statements than that of {@link ReplaySettings#defaults}. */
    public ScriptReducer withStatementTimeout(Duration timeout) {
        return new ScriptReducer(spec, references, settings.withStatementTimeout(timeout), time, servers, progress);
    }

    /** The same where these wrong answers are passed over. */
    public ScriptReducer withKnown(KnownBugs known) {
        return new ScriptReducer(spec, references, settings.withKnown(known::has), time, servers, progress);
    }

    /**
     * What came out.
     *
     * @param report what the script triggers, with the repro that triggers it too
     */
    public record Reduced(ReproReport report, ReproMaker.Made made) {

        /** What the script triggers. */
        public Signature signature() {
            return report.signature();
        }

        /**
         * Writes into the folder: {@code repro.sql}, {@code repro.test}, {@code repro.result}, {@code ReproTest.java}, {@code
         * bug-report.txt}, {@code evidence.txt} and {@code reduce.json}.
         */
        public void write(Path folder) {
            new ReproWriter(folder).write(report, made.reduction(), made.restarts());
        }
    }

    /**
     * Reduces a script.
     *
     * @param expected id or part of the text of the failure that is meant; null for whatever comes first
     * @return empty where the script does not trigger it
     * @throws ServerException where the server can't be had or handled
     */
    public Optional<Reduced> reduce(History script, @Nullable String expected, ReduceListener listener) {
        return reduceMeant(script, signature -> expected == null || signature.isMeantBy(expected), listener);
    }

    /** The same; {@code meant} tells which failures are meant, the first of which that comes is reduced. */
    public Optional<Reduced> reduceMeant(History script, Predicate<Signature> meant, ReduceListener listener) {
        String version;
        Optional<Signature> signature;
        try (Bench bench = Bench.of(Servers.start(spec, progress), references)) {
            Server server = bench.server();
            if (!server.isRestartable()) {
                throw new ServerException(
                        "server " + spec.withoutPassword()
                                + " runs already and cannot be restarted; reduce on mysql:VERSION, container:IMAGE or dir:BASEDIR");
            }
            version = server.versionString();
            signature = trigger(bench, script, meant, new Replayer(settings.withMeant(meant)));
        }
        ServerVersion grammar = ServerVersion.parse(version);
        return signature.map(wanted -> {
            ReproMaker maker = new ReproMaker(spec, references, settings.withMeant(wanted::equals));
            ReproMaker.Made made = maker.make(script, wanted, grammar, time, servers, listener);
            return new Reduced(report(wanted, version, made), made);
        });
    }

    private ReproReport report(Signature signature, String version, ReproMaker.Made made) {
        return new ReproReport(
                signature,
                oracle(signature),
                spec.toString(),
                references.stream().map(ServerSpec::toString).toList(),
                version,
                made.repro(),
                made.confirmation().rate(),
                made.evidence().orElse(""),
                List.of());
    }

    private String oracle(Signature signature) {
        if (!signature.kind().isOfAnswer()) {
            return Oracles.CRASH;
        }
        List<String> names = settings.oracles().names();
        return names.isEmpty() ? Oracles.DIFFERENTIAL : String.join(",", names);
    }

    private static Optional<Signature> trigger(
            Bench bench, History script, Predicate<Signature> meant, Replayer replayer) {
        for (int i = 0; i < TRIES; i++) {
            if (i > 0) {
                bench.reset();
            }
            Replay replay = replayer.run(bench, script);
            if (replay.incident() instanceof Incident.Failure failure && meant.test(failure.signature())) {
                return Optional.of(failure.signature());
            }
        }
        return Optional.empty();
    }
}
