package dev.mysqlsmith.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The data files beside this package's classes. */
final class ResourceLines {
    private ResourceLines() {}

    /** The lines of a file, without blank ones and comments ({@code #}). */
    static List<String> of(String name) {
        try (InputStream in = Objects.requireNonNull(ResourceLines.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
