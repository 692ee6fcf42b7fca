package dev.mysqlsmith.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Process and error log of a running server, as far as it runs on this machine and we may read them.
 *
 * @param pid null where it runs elsewhere, or where nobody can tell
 * @param errorLog null where it can't be read
 */
record ServerFiles(@Nullable Long pid, @Nullable Path errorLog) {

    /** It runs here if the file with its process id is here and names a server's process. */
    static ServerFiles of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@datadir, @@pid_file, @@log_error")) {
            row.next();
            Path data = Path.of(row.getString(1));
            Long pid = pid(data.resolve(row.getString(2)));
            String log = row.getString(3);
            Path file = log == null || log.isEmpty() || log.equals("stderr") ? null : data.resolve(log);
            return new ServerFiles(pid, pid != null && file != null && Files.isReadable(file) ? file : null);
        } catch (InvalidPathException e) {
            return new ServerFiles(null, null);
        }
    }

    long logLength() {
        return errorLog == null ? 0 : errorLog.toFile().length();
    }

    String log(long from) {
        return errorLog == null ? "" : ErrorLog.read(errorLog, from);
    }

    private static @Nullable Long pid(Path file) {
        try {
            long pid = Long.parseLong(
                    Files.readString(file, StandardCharsets.US_ASCII).strip());
            return ProcessHandle.of(pid)
                            .flatMap(handle -> handle.info().command())
                            .filter(command -> command.contains("mysqld")
                                    || command.contains("mariadbd")
                                    || command.contains("ld-linux"))
                            .isPresent()
                    ? pid
                    : null;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }
}
