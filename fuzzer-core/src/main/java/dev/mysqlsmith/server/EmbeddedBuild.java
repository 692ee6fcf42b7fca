package dev.mysqlsmith.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build of a server that Maven Central serves for one platform: a line of {@code builds.txt}.
 *
 * @param name as in a spec: {@code mysql:8.0.33-debug}
 * @param coordinates {@code group:artifact:version:extension[:classifier]}
 * @param innerArchive the archive within the artifact that holds the server, or null where the artifact holds it itself
 * @param folder the folder in the archive that is the base directory, with no slash at its end; empty for its root
 * @param binary the server, relative to the base directory
 * @param sha256 of the artifact, or null where the checksum that the repository serves has to do
 */
record EmbeddedBuild(
        String name,
        Platform platform,
        String coordinates,
        @Nullable String innerArchive,
        String folder,
        String binary,
        @Nullable String sha256) {

    private static final List<EmbeddedBuild> ALL = read();

    static List<EmbeddedBuild> all() {
        return ALL;
    }

    /** Whether some platform has a build of that name. */
    static boolean exists(String name) {
        return ALL.stream().anyMatch(build -> build.name.equals(name));
    }

    static Optional<EmbeddedBuild> find(String name, Platform platform) {
        return ALL.stream()
                .filter(build -> build.name.equals(name) && build.platform.equals(platform))
                .findFirst();
    }

    boolean isDebug() {
        return binary.endsWith("-debug");
    }

    private static List<EmbeddedBuild> read() {
        InputStream stream = Objects.requireNonNull(EmbeddedBuild.class.getResourceAsStream("builds.txt"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(EmbeddedBuild::readLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedBuild readLine(String line) {
        String[] cells = line.strip().split("\\s+", -1);
        return new EmbeddedBuild(
                cells[0],
                new Platform(cells[1]),
                cells[2],
                cells[3].equals("-") ? null : cells[3],
                cells[4].equals("-") ? "" : cells[4],
                cells[5],
                cells[6].equals("-") ? null : cells[6]);
    }
}
