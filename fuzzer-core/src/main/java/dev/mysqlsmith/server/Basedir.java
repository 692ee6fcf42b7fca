package dev.mysqlsmith.server;

import dev.mysqlsmith.grammar.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build of a server on this machine, ready to be started.
 *
 * @param name for messages: {@code mysql:8.0.33-debug}
 * @param folder what {@code --basedir} gets
 * @param binary the server
 * @param initialiser the binary that makes data directories: the release build beside a debug build is much quicker
 * @param options what this build needs on each command line to find its parts, such as {@code --plugin-dir}
 * @param libraries folders for the loader, where the system lacks what the build needs
 * @param key names the build's data-directory templates: equal for equal builds, safe as a file name
 */
record Basedir(
        String name,
        ServerVersion version,
        Path folder,
        Path binary,
        Path initialiser,
        List<String> options,
        List<Path> libraries,
        String key) {

    Basedir {
        options = List.copyOf(options);
        libraries = List.copyOf(libraries);
    }

    boolean isMariaDb() {
        return version.flavour().equals("mariadb");
    }

    /** Whether it is MySQL of that version, as {@link ServerVersion#number} counts, or newer. */
    boolean isMysqlFrom(int number) {
        return !isMariaDb() && version.number() >= number;
    }

    /** Messages and scripts lie in {@code share}, or in {@code share/mysql} as distributions have it. */
    Path share() {
        return Stream.of("share", "share/mysql", "share/mariadb")
                .map(folder::resolve)
                .filter(share -> Files.isDirectory(share.resolve("english")))
                .findFirst()
                .orElse(folder.resolve("share"));
    }

    String libraryPath() {
        return libraries.stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
