package dev.mysqlsmith.grammar;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The values of {@code sql_mode} that change how a statement is read. */
public enum SqlMode {
    ANSI_QUOTES,
    PIPES_AS_CONCAT,
    IGNORE_SPACE,
    NO_BACKSLASH_ESCAPES,
    HIGH_NOT_PRECEDENCE;

    /**
     * Reads a list as {@code SELECT @@sql_mode} answers it. {@code ANSI} stands for the three that it has; values that change
     * nothing here are left out.
     */
    public static Set<SqlMode> parse(String text) {
        Set<SqlMode> modes = EnumSet.noneOf(SqlMode.class);
        for (String word : text.toUpperCase(Locale.ROOT).split(",", -1)) {
            String name = word.strip();
            if (name.equals("ANSI")) {
                modes.addAll(EnumSet.of(ANSI_QUOTES, PIPES_AS_CONCAT, IGNORE_SPACE));
            }
            for (SqlMode mode : values()) {
                if (mode.name().equals(name)) {
                    modes.add(mode);
                }
            }
        }
        return modes;
    }
}
