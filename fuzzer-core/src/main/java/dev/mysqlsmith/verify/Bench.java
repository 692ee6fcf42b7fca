package dev.mysqlsmith.verify;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.finding.Incident;
import dev.mysqlsmith.finding.IncidentExaminer;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.server.Server;
import dev.mysqlsmith.server.ServerSpec;
import dev.mysqlsmith.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server that is tried, with those that are held to be right. It belongs to one thread at a time.
 *
 * @param server that is tried
 * @param references with which its answers are compared; none where nothing is compared
 */
public record Bench(Server server, List<Server> references) implements AutoCloseable {
    public Bench {
        references = List.copyOf(references);
    }

    /** A server alone. */
    public static Bench of(Server server) {
        return new Bench(server, List.of());
    }

    /**
     * Starts references beside a server that runs; the bench owns both then.
     *
     * @throws dev.mysqlsmith.server.ServerException where one can't be had; the server is closed in that case
     */
    public static Bench of(Server server, List<ServerSpec> references) {
        List<Server> started = new ArrayList<>();
        try {
            references.forEach(spec -> started.add(Servers.start(spec)));
            return new Bench(server, started);
        } catch (RuntimeException e) {
            started.forEach(Server::close);
            server.close();
            throw e;
        }
    }

    /** The server without references, for failures that show by themselves. */
    public Bench alone() {
        return of(server);
    }

    /** The oldest of their versions: what all of them have, apart from what newer ones have dropped. */
    public ServerVersion oldest() {
        return versions().min(ServerVersion::compareTo).orElseThrow();
    }

    /** The newest of their versions: by its grammar most can be read. */
    public ServerVersion newest() {
        return versions().max(ServerVersion::compareTo).orElseThrow();
    }

    private Stream<ServerVersion> versions() {
        return all().map(each -> ServerVersion.parse(each.versionString()));
    }

    private Stream<Server> all() {
        return Stream.concat(Stream.of(server), references.stream());
    }

    /** Whether all of them can be reset and restarted. */
    public boolean isRestartable() {
        return all().allMatch(Server::isRestartable);
    }

    /** Brings all of them back to their clean snapshots, at once. */
    public void reset() {
        all().parallel().forEach(Server::reset);
    }

    /**
     * Why a reference can't be one: it fails itself, or is gone; empty where all are well.
     *
     * @param dying how long to wait for one that is gone to have written why
     */
    public Optional<String> unfitReference(Duration dying) {
        return references.stream()
                .flatMap(reference -> unfit(reference, dying).stream())
                .findFirst();
    }

    private static Optional<String> unfit(Server reference, Duration dying) {
        Outcome lost = reference.isAlive() ? null : new Outcome.ConnectionLost("the server is gone", Duration.ZERO);
        Incident incident = new IncidentExaminer(dying).examine(reference, null, lost);
        String name = "the reference '" + reference.spec().withoutPassword() + "' ";
        if (incident instanceof Incident.Failure failure) {
            return Optional.of(name + "fails itself (" + failure.signature() + ")");
        }
        return incident instanceof Incident.ServerLost gone
                ? Optional.of(name + "was lost: " + gone.reason())
                : Optional.empty();
    }

    /** Ends all of them. */
    @Override
    public void close() {
        server.close();
        references.forEach(Server::close);
    }
}
