package dev.mysqlsmith.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads error logs, which may hold any bytes and be very long. */
final class ErrorLog {

    /** What is kept of a long log: its end, where a crash is. */
    private static final int LIMIT = 8 << 20;

    private ErrorLog() {}

    /** The text, empty where it can't be read. */
    static String read(Path file) {
        return read(file, 0);
    }

    /** The text behind byte {@code from}, or all of it where the file is shorter. */
    static String read(Path file, long from) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            long begin = Math.max(from > length ? 0 : from, length - LIMIT);
            byte[] bytes = new byte[(int) Math.min(LIMIT, length - begin)];
            in.seek(begin);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
