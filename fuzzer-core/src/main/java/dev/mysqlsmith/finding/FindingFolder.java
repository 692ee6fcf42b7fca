package dev.mysqlsmith.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a finding's folder. */
public final class FindingFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FindingFolder() {}

    /** Whether the path is a finding's folder. */
    public static boolean is(Path path) {
        return Files.isRegularFile(path.resolve("finding.json"));
    }

    /**
     * The finding in a folder.
     *
     * @throws UncheckedIOException where it can't be read
     * @throws IllegalArgumentException where its {@code finding.json} is not one
     */
    public static Finding read(Path folder) {
        Path file = folder.resolve("finding.json");
        try {
            return FindingJson.read(JSON.readTree(Files.readAllBytes(file)), name -> text(folder, name));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "finding " + file + ": not in the form that mysqlsmith writes (" + e.getMessage()
                            + "); give a folder that a campaign made, or its repro.sql",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("finding " + file + " can't be read", e);
        }
    }

    private static String text(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("finding's file " + file + " can't be read", e);
        }
    }
}
