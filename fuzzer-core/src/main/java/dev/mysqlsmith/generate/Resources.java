package dev.mysqlsmith.generate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The data files that come with the tool. */
public final class Resources {
    private Resources() {}

    /** Those of a file beside this package's classes. */
    static List<String> lines(String name) {
        return lines(Resources.class, name);
    }

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
