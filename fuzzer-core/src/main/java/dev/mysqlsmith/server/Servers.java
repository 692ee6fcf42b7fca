package dev.mysqlsmith.server;

import java.util.List;

/** Starts servers, and keeps the cache of those that are fetched. */
public final class Servers {

    /** How the names of databases begin that may be dropped again on a server that is not ours. */
    public static final String DATABASE_PREFIX = "mysqlsmith";

    private Servers() {}

    /**
     * Starts a server, or connects to one that runs, and waits until it answers.
     *
     * @throws ServerException where it can't be had; the message says why and what to do
     */
    public static Server start(ServerSpec spec) {
        return start(spec, ServerProgress.SILENT);
    }

    /** As {@link #start(ServerSpec)}; {@code progress} is told about downloads and other long steps. */
    public static Server start(ServerSpec spec, ServerProgress progress) {
        ServerCache cache = ServerCache.ofUser();
        return switch (spec.kind()) {
            case EMBEDDED -> LocalServer.start(spec, new Installation(cache, progress).install(spec), cache, progress);
            case DIRECTORY -> LocalServer.start(spec, new LocalBuild(cache, progress).basedir(spec), cache, progress);
            case RUNNING -> RunningServer.connect(spec);
            case CONTAINER -> ContainerServer.start(spec, progress);
        };
    }

    /** The embedded builds that there are for this platform. */
    public static List<ServerSpec> known() {
        Platform here = Platform.current();
        return EmbeddedBuild.all().stream()
                .filter(build -> build.platform().equals(here))
                .map(build -> ServerSpec.parse(build.name()))
                .toList();
    }

    /** The embedded builds that are in the cache, so that they start at once. */
    public static List<ServerSpec> atHand() {
        Installation installation = new Installation(ServerCache.ofUser(), ServerProgress.SILENT);
        return known().stream().filter(installation::has).toList();
    }

    /** Brings an embedded server into the cache, with its data directory made, so that starts are quick and need no network. */
    public static void fetch(ServerSpec spec, ServerProgress progress) {
        if (spec.kind() != ServerSpec.Kind.EMBEDDED) {
            throw new ServerException("server '" + spec + "' is not fetched: only embedded ones are, such as "
                    + known().stream().map(ServerSpec::toString).findFirst().orElse("mysql:8.0.33"));
        }
        ServerCache cache = ServerCache.ofUser();
        Basedir base = new Installation(cache, progress).install(spec);
        new DataTemplate(base, cache, progress).folder(spec.options());
    }

    /** Empties the cache: fetched builds, libraries and data directories. */
    public static void cleanCache() {
        ServerCache.ofUser().clean();
    }
}
