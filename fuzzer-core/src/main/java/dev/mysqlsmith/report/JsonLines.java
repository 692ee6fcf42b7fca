package dev.mysqlsmith.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files with a line of JSON for each entry. */
public final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /**
     * Adds a line; makes the file where it is missing.
     *
     * @param value what JSON can hold
     * @throws UncheckedIOException where it can't be written
     */
    public static void append(Path file, Object value) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(value) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": is the disk full?", e);
        }
    }
}
