package dev.mysqlsmith.server;

import dev.mysqlsmith.grammar.ServerVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the parts of a build on this machine: an installed one, an unpacked archive, or the tree in which it was compiled. */
final class LocalBuild {

    private static final List<String> FOLDERS = List.of("bin", "sbin", "libexec", "runtime_output_directory", "sql");
    private static final Pattern VERSION = Pattern.compile("Ver (\\d+\\.\\d+\\.\\d+\\S*)");
    private static final Pattern SOURCE = Pattern.compile("^CMAKE_HOME_DIRECTORY:INTERNAL=(.+)$", Pattern.MULTILINE);

    private final ServerCache cache;
    private final ServerProgress progress;

    LocalBuild(ServerCache cache, ServerProgress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    Basedir basedir(ServerSpec spec) {
        Path folder = Path.of(spec.target());
        if (!Files.isDirectory(folder)) {
            throw new ServerException("server '" + spec + "': '" + folder
                    + "' is no directory; expected the base directory of a build, with bin/mysqld in it");
        }
        Path binary = binary(spec, folder);
        List<Path> libraries = new SystemLibraries(cache, progress).complete(spec.toString(), binary, List.of());
        try {
            String version = version(spec, binary, libraries);
            return new Basedir(
                    spec.toString(),
                    ServerVersion.parse(version),
                    folder,
                    binary,
                    binary,
                    options(spec, folder),
                    libraries,
                    key(binary, version));
        } catch (IOException e) {
            throw new ServerException("server '" + spec + "': can't read '" + binary + "': " + e, e);
        }
    }

    private static Path binary(ServerSpec spec, Path folder) {
        List<String> names = spec.debug() ? List.of("mysqld-debug") : List.of("mysqld", "mariadbd");
        return FOLDERS.stream()
                .flatMap(sub -> names.stream().map(name -> folder.resolve(sub).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new ServerException("server '" + spec + "': no executable "
                        + String.join(" or ", names) + " in " + String.join(", ", FOLDERS) + " of '" + folder + "'"
                        + (spec.debug() ? "; leave out ?debug where mysqld itself is the debug build" : "")));
    }

    private static String version(ServerSpec spec, Path binary, List<Path> libraries) {
        Basedir forLoader =
                new Basedir("", new ServerVersion("mysql", 0, 0, 0), binary, binary, binary, List.of(), libraries, "");
        Tools.Answer answer = Tools.run(
                List.of(binary.toString(), "--no-defaults", "--version"),
                libraries.isEmpty() ? java.util.Map.of() : java.util.Map.of("LD_LIBRARY_PATH", forLoader.libraryPath()),
                Path.of("/"),
                Duration.ofSeconds(60));
        Matcher version = VERSION.matcher(answer.output());
        if (!answer.ok() || !version.find()) {
            throw new ServerException(
                    "server '" + spec + "': '" + binary + " --version' does not tell a version; it says: "
                            + answer.output().strip());
        }
        return version.group(1);
    }

    private static List<String> options(ServerSpec spec, Path folder) throws IOException {
        List<String> options = new ArrayList<>();
        for (String share : List.of("share/mysql", "share/mariadb")) {
            if (!Files.isDirectory(folder.resolve("share/english")) && Files.isDirectory(folder.resolve(share))) {
                options.add("--lc-messages-dir=" + folder.resolve(share));
                options.add("--character-sets-dir=" + folder.resolve(share).resolve("charsets"));
            }
        }
        Stream.of(spec.debug() ? "lib/plugin/debug" : "plugin_output_directory", "plugin_output_directory")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .ifPresent(plugins -> options.add("--plugin-dir=" + plugins));
        sourceOf(folder)
                .map(source -> source.resolve("share/charsets"))
                .filter(Files::isDirectory)
                .ifPresent(charsets -> options.add("--character-sets-dir=" + charsets));
        return options;
    }

    /** A tree that was compiled and not installed has its character sets among the sources. */
    private static Optional<Path> sourceOf(Path folder) throws IOException {
        Path settings = folder.resolve("CMakeCache.txt");
        if (!Files.isReadable(settings)) {
            return Optional.empty();
        }
        Matcher source = SOURCE.matcher(Files.readString(settings, StandardCharsets.ISO_8859_1));
        return source.find() ? Optional.of(Path.of(source.group(1).strip())) : Optional.empty();
    }

    /** Another compilation is another build, even if it lies in the same place and says the same version. */
    private static String key(Path binary, String version) throws IOException {
        Path real = binary.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        String identity = real + "\n" + attributes.lastModifiedTime().toMillis() + "\n" + attributes.size();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return "dir-" + version.replaceAll("[^A-Za-z0-9.]", "_") + "-"
                    + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
