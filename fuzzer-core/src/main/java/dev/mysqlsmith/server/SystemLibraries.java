package dev.mysqlsmith.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which shared libraries a server lacks here, and gets them without being root where that can be done. */
final class SystemLibraries {

    private static final Pattern NOT_FOUND = Pattern.compile("^\\s*(\\S+) => not found", Pattern.MULTILINE);

    private final ServerCache cache;
    private final ServerProgress progress;

    SystemLibraries(ServerCache cache, ServerProgress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** The folders that {@code binary} needs to be started with: {@code shipped}, and one in the cache where something lacks. */
    List<Path> complete(String server, Path binary, List<Path> shipped) {
        List<String> missing = missing(binary, shipped);
        if (missing.isEmpty()) {
            return shipped;
        }
        List<Path> folders = new ArrayList<>(shipped);
        for (String library : missing) {
            SystemPackage source = SystemPackage.of(library).orElseThrow(() -> failure(server, missing, ""));
            folders.add(new DebianLibrary(cache, progress).fetch(source, why -> failure(server, missing, why)));
        }
        List<String> still = missing(binary, folders);
        if (!still.isEmpty()) {
            throw failure(server, still, "");
        }
        return folders;
    }

    /** As the loader itself tells it; nothing where the binary is none of the loader's, as a script or on other systems. */
    static List<String> missing(Path binary, List<Path> folders) {
        if (!Platform.current().isLinux() || !isElf(binary)) {
            return List.of();
        }
        Map<String, String> environment = new HashMap<>(Map.of("LD_TRACE_LOADED_OBJECTS", "1"));
        String path = folders.stream().map(Path::toString).collect(Collectors.joining(":"));
        String theirs = System.getenv("LD_LIBRARY_PATH");
        environment.put(
                "LD_LIBRARY_PATH",
                Stream.of(path, theirs == null ? "" : theirs)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(":")));
        Tools.Answer answer = Tools.run(List.of(binary.toString()), environment, Path.of("/"), Duration.ofSeconds(30));
        List<String> missing = new ArrayList<>();
        for (Matcher m = NOT_FOUND.matcher(answer.output()); m.find(); ) {
            if (!missing.contains(m.group(1))) {
                missing.add(m.group(1));
            }
        }
        return missing;
    }

    private static boolean isElf(Path binary) {
        try (var in = Files.newInputStream(binary)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4 && magic[0] == 0x7f && magic[1] == 'E' && magic[2] == 'L' && magic[3] == 'F';
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static ServerException failure(String server, List<String> missing, String why) {
        return new ServerException("server '" + server + "' needs " + String.join(", ", missing)
                + ", which this machine lacks" + (why.isEmpty() ? "" : " and which can't be fetched (" + why + ")")
                + "; install it: " + SystemPackage.advice(missing));
    }
}
