package dev.mysqlsmith.source;

import dev.mysqlsmith.server.ServerSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dump's file, or a database of a running server. */
public final class SchemaSource {
    private SchemaSource() {}

    /**
     * The script that makes the tables, views and rows of a source.
     *
     * @param from a file of SQL, or {@code jdbc:mysql://host:port/database?user=..}, which is only read
     * @throws IllegalArgumentException where it can't be read
     */
    public static String read(String from) {
        if (from.startsWith("jdbc:")) {
            return DatabaseReader.read(from);
        }
        try {
            return new String(Files.readAllBytes(Path.of(from)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "schema '" + from + "' cannot be read ("
                            + e.getClass().getSimpleName()
                            + "); expected a file of SQL, or jdbc:mysql://HOST:PORT/DATABASE?user=USER",
                    e);
        }
    }

    /** The source without a password. */
    public static String withoutPassword(String from) {
        return from.startsWith("jdbc:") ? ServerSpec.parse(from).withoutPassword() : from;
    }
}
