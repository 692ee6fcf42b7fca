package dev.mysqlsmith.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A library out of a Debian package, downloaded and unpacked into the cache; nothing is installed and root is not needed. */
final class DebianLibrary {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServerCache cache;
    private final ServerProgress progress;

    DebianLibrary(ServerCache cache, ServerProgress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** The folder with the library; {@code failure} makes an exception of the reason where it can't be had. */
    Path fetch(SystemPackage source, Function<String, ServerException> failure) {
        for (String tool : List.of("apt-get", "dpkg-deb")) {
            if (Tools.find(tool).isEmpty()) {
                throw failure.apply("there is no " + tool);
            }
        }
        return cache.entry(cache.libraries(), source.library(), folder -> {
            progress.step("fetching " + source.library() + " from a Debian package");
            Path work = Files.createDirectory(folder.resolve("package"));
            Path unpacked = unpack(source, work, failure);
            copyLibrary(source.library(), unpacked, folder, failure);
            Folders.delete(work);
        });
    }

    private static Path unpack(SystemPackage source, Path work, Function<String, ServerException> failure)
            throws IOException {
        List<String> reasons = new ArrayList<>();
        // first with the system's package lists, then with lists of our own: a fresh machine has none
        for (List<String> options : List.of(List.<String>of(), privateLists(work))) {
            if (!options.isEmpty()) {
                apt(work, options, "update", "-qq");
            }
            for (String name : source.debian()) {
                Tools.Answer answer = apt(work, options, "download", name);
                List<Path> packages = packages(work);
                if (answer.ok() && !packages.isEmpty()) {
                    Path unpacked = work.resolve("root");
                    Tools.Answer unpacking = Tools.run(
                            List.of("dpkg-deb", "-x", packages.get(0).toString(), unpacked.toString()), PATIENCE);
                    if (unpacking.ok()) {
                        return unpacked;
                    }
                    throw failure.apply("dpkg-deb: " + unpacking.output().strip());
                }
                reasons.add("apt-get download " + name + ": " + lastLine(answer.output()));
            }
        }
        throw failure.apply(reasons.get(reasons.size() - 1));
    }

    private static List<String> privateLists(Path work) throws IOException {
        Files.createDirectories(work.resolve("lists/partial"));
        Files.createDirectories(work.resolve("cache/archives/partial"));
        return List.of("-o", "Dir::State::Lists=" + work.resolve("lists"), "-o", "Dir::Cache=" + work.resolve("cache"));
    }

    private static Tools.Answer apt(Path work, List<String> options, String... command) {
        List<String> line = new ArrayList<>(List.of("apt-get"));
        line.addAll(options);
        line.addAll(List.of(command));
        return Tools.run(line, Map.of("LC_ALL", "C"), work, PATIENCE);
    }

    private static List<Path> packages(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
    }

    /** The library may carry a suffix, as {@code libaio.so.1t64} does; the server asks for it without. */
    private static void copyLibrary(
            String library, Path unpacked, Path folder, Function<String, ServerException> failure) throws IOException {
        try (Stream<Path> files = Files.walk(unpacked)) {
            Path found = files.filter(file -> file.getFileName().toString().startsWith(library))
                    .filter(Files::isRegularFile) // follows links
                    .findFirst()
                    .orElseThrow(() -> failure.apply("the package has no " + library));
            Files.copy(found, folder.resolve(library));
        }
    }

    private static String lastLine(String output) {
        String[] lines = output.strip().split("\n", -1);
        return lines[lines.length - 1];
    }
}
