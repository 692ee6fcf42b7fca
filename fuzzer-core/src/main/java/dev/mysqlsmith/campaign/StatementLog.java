package dev.mysqlsmith.campaign;

import dev.mysqlsmith.finding.ReproScript;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file of all statements that a worker has sent, as the mysql client reads them; or nothing. */
final class StatementLog implements AutoCloseable {
    private final @Nullable BufferedWriter writer;

    private StatementLog(@Nullable BufferedWriter writer) {
        this.writer = writer;
    }

    /** Writes nothing. */
    static StatementLog none() {
        return new StatementLog(null);
    }

    /** Writes behind what the file has. */
    static StatementLog to(Path file) {
        try {
            return new StatementLog(
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void write(String sql) {
        if (writer == null) {
            return;
        }
        try {
            writer.write(ReproScript.forClient(sql));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of statements: is the disk full?", e);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of statements: is the disk full?", e);
        }
    }
}
