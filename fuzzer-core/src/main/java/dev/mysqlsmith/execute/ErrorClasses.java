package dev.mysqlsmith.execute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Errors that one of two right servers may give: the list {@code plan-errors.txt}. */
final class ErrorClasses {
    private static final Map<Integer, String> REASONS = read();

    private ErrorClasses() {}

    /** Why an error may depend on the plan, on time or on memory; empty where it may not. */
    static Optional<String> reason(int code) {
        return Optional.ofNullable(REASONS.get(code));
    }

    private static Map<Integer, String> read() {
        try (InputStream in = Objects.requireNonNull(
                ErrorClasses.class.getResourceAsStream("plan-errors.txt"), "plan-errors.txt is missing from the jar")) {
            Map<Integer, String> reasons = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 3))
                    .forEach(cells -> reasons.put(Integer.valueOf(cells[0]), "error by " + cells[1]));
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException("plan-errors.txt can't be read from the jar", e);
        }
    }
}
