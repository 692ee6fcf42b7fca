package dev.mysqlsmith.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of bugs that are known already: an id or a text of a signature a line; # begins a comment at a line's start. */
public final class KnownBugs {
    private KnownBugs() {}

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException where the file can't be read
     */
    public static Set<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "known bugs '" + file + "' cannot be read (" + e.getClass().getSimpleName()
                            + "); expected a text file with a signature a line",
                    e);
        }
    }
}
