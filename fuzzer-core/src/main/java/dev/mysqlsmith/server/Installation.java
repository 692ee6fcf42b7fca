package dev.mysqlsmith.server;

import dev.mysqlsmith.grammar.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Brings embedded builds into the cache: resolved, verified, unpacked, with the libraries that this machine lacks. */
final class Installation {

    private final ServerCache cache;
    private final ServerProgress progress;

    Installation(ServerCache cache, ServerProgress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    Basedir install(ServerSpec spec) {
        EmbeddedBuild build = build(spec);
        String key = key(build);
        Path folder = cache.entry(cache.builds(), key, target -> {
            Path artifact = ArtifactFetcher.fetch(build, progress);
            progress.step("unpacking " + artifact.getFileName());
            Unpacker.unpack(build, artifact, target);
        });
        Path binary = folder.resolve(build.binary());
        Path release = folder.resolve(build.binary().replace("-debug", ""));
        Path debugPlugins = folder.resolve("lib/plugin/debug");
        return new Basedir(
                spec.toString(),
                ServerVersion.parse(build.name()),
                folder,
                binary,
                release,
                build.isDebug() && Files.isDirectory(debugPlugins)
                        ? List.of("--plugin-dir=" + debugPlugins)
                        : List.of(),
                libraries(build, folder, binary),
                key);
    }

    /** Whether it is in the cache. */
    boolean has(ServerSpec spec) {
        return Files.isDirectory(cache.builds().resolve(key(build(spec))));
    }

    private static String key(EmbeddedBuild build) {
        return build.coordinates().replace(':', '-');
    }

    private List<Path> libraries(EmbeddedBuild build, Path folder, Path binary) {
        List<Path> shipped = List.of(folder.resolve("libs")).stream()
                .filter(Files::isDirectory)
                .toList();
        return new SystemLibraries(cache, progress).complete(build.name(), binary, shipped);
    }

    private static EmbeddedBuild build(ServerSpec spec) {
        Platform here = Platform.current();
        return EmbeddedBuild.find(spec.target(), here)
                .orElseThrow(() -> new ServerException("server '" + spec + "': there is no such build for " + here
                        + "; it is there for " + platforms(spec.target())
                        + ". Use container:IMAGE, or dir:BASEDIR for a build on this machine"));
    }

    private static String platforms(String name) {
        return EmbeddedBuild.all().stream()
                .filter(build -> build.name().equals(name))
                .map(build -> build.platform().toString())
                .collect(Collectors.joining(", "));
    }
}
