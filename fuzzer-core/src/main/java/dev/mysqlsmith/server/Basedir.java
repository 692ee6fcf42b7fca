package dev.mysqlsmith.server;

import dev.mysqlsmith.grammar.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A build of a server on this machine, ready to be started.
 *
 * @param name for messages: {@code mysql:8.0.33-debug}
 * @param folder what {@code --basedir} gets
 * @param binary the server
 * @param initialiser the binary that makes data directories: the release build beside a debug build is much quicker
 * @param pluginFolder where the binary's plugins are, or null for the built-in default
 * @param libraries folders for the loader, where the system lacks what the build needs
 * @param key names the build's data-directory templates: equal for equal builds, safe as a file name
 */
record Basedir(
        String name,
        ServerVersion version,
        Path folder,
        Path binary,
        Path initialiser,
        @Nullable Path pluginFolder,
        List<Path> libraries,
        String key) {

    Basedir {
        libraries = List.copyOf(libraries);
    }

    boolean isMariaDb() {
        return version.flavour().equals("mariadb");
    }

    /** Whether it is MySQL of that version or newer. */
    boolean isMysqlFrom(int number) {
        return !isMariaDb() && version.number() >= number;
    }

    /** The clients and scripts of the build lie in {@code share}, or in {@code share/mysql} as distributions have it. */
    Path share() {
        return Stream.of("share/mysql", "share/mariadb", "share")
                .map(folder::resolve)
                .filter(share -> Files.isDirectory(share.resolve("english")))
                .findFirst()
                .orElse(folder.resolve("share"));
    }

    String libraryPath() {
        return libraries.stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
