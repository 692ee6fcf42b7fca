package dev.mysqlsmith.execute;

import dev.mysqlsmith.grammar.Resources;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Errors that one of two right servers may give: the list {@code plan-errors.txt}. */
public final class ErrorClasses {
    private static final Map<Integer, String> REASONS = read();

    private ErrorClasses() {}

    /** Why an error may depend on the plan, on time or on memory; empty where it may not. */
    public static Optional<String> reason(int code) {
        return Optional.ofNullable(REASONS.get(code));
    }

    private static Map<Integer, String> read() {
        Map<Integer, String> reasons = new HashMap<>();
        for (String line : Resources.lines(ErrorClasses.class, "plan-errors.txt")) {
            String[] cells = line.split("\\s+", 3);
            reasons.put(Integer.valueOf(cells[0]), "error by " + cells[1]);
        }
        return reasons;
    }
}
