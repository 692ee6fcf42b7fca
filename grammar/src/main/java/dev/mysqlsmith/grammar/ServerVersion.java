package dev.mysqlsmith.grammar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a server: three numbers and a flavour.
 *
 * @param flavour {@code mysql} or {@code mariadb}, in lower case
 */
public record ServerVersion(String flavour, int major, int minor, int patch) implements Comparable<ServerVersion> {
    private static final Pattern NUMBERS = Pattern.compile("(?:(mysql|mariadb):)?(\\d+)\\.(\\d+)(?:\\.(\\d+))?(.*)");

    /**
     * Reads {@code 8.0.33}, {@code mysql:8.0.33-debug}, {@code 9.7}, or what {@code SELECT VERSION()} answers ({@code
     * 11.4.5-MariaDB-log}).
     *
     * @throws IllegalArgumentException where there are no two numbers at the start
     */
    public static ServerVersion parse(String text) {
        Matcher m = NUMBERS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            throw new IllegalArgumentException("server version '" + text + "': expected a form like 8.0.33");
        }
        String flavour = m.group(1) != null ? m.group(1) : m.group(5).contains("mariadb") ? "mariadb" : "mysql";
        int patch = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
        return new ServerVersion(flavour, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), patch);
    }

    /** As {@code /*!80033} and MYSQL_VERSION_ID count: 80033 for 8.0.33, 90704 for 9.7.4. */
    public int number() {
        return major * 10_000 + minor * 100 + patch;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(number(), other.number());
    }

    /** {@code 8.0.33}. */
    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
