package dev.mysqlsmith.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The data files that come with the tool. */
public final class Resources {
    private Resources() {}

    /** The lines of a file beside a class, without blank ones and comments ({@code #}), stripped. */
    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream in =
                Objects.requireNonNull(beside.getResourceAsStream(name), () -> name + " is missing from the jar")) {
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
