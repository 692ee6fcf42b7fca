package dev.mysqlsmith.generate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The data files beside this package's classes. */
final class Resources {
    private Resources() {}

    /** The lines of a file, without blank ones and comments ({@code #}). */
    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(
                Resources.class.getResourceAsStream(name), () -> name + " is missing from the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(name + " can't be read from the jar", e);
        }
    }
}
