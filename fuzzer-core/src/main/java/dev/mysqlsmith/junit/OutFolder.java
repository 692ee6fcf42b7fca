package dev.mysqlsmith.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the campaign of a test goes: a folder of its own each time, so that nothing is overwritten. */
final class OutFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private OutFolder() {}

    static Path of(String wanted, ExtensionContext context) {
        String parent = !wanted.isEmpty()
                ? wanted
                : Files.isDirectory(Path.of("target")) || !Files.isDirectory(Path.of("build"))
                        ? "target/mysqlsmith"
                        : "build/mysqlsmith";
        String test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        return Path.of(
                parent, test + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP));
    }
}
