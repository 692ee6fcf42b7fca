package dev.mysqlsmith.grammar;

import org.jspecify.annotations.Nullable;

/**
 * The versions that have an alternative, as its tag in the grammar says: {@code 8.0.31..} from that version on, {@code
 * ..8.4.0} until before that one.
 *
 * @param since the first version that has it, or null for all before {@code until}
 * @param until the first version that lacks it again, or null
 */
public record Gate(@Nullable ServerVersion since, @Nullable ServerVersion until) {
    /** All versions have it. */
    public static final Gate OPEN = new Gate(null, null);

    /** Reads a tag: {@code 8.0.31..}, {@code ..8.4.0}, or {@code -} for all versions. */
    public static Gate parse(String tag) {
        if (tag.equals("-")) {
            return OPEN;
        }
        int dots = tag.indexOf("..");
        return new Gate(version(tag.substring(0, dots)), version(tag.substring(dots + 2)));
    }

    private static @Nullable ServerVersion version(String text) {
        return text.isEmpty() ? null : ServerVersion.parse(text);
    }

    /** Whether {@code version} has the alternative. */
    public boolean admits(ServerVersion version) {
        return (since == null || version.compareTo(since) >= 0) && (until == null || version.compareTo(until) < 0);
    }

    @Override
    public String toString() {
        return (since == null ? "" : since) + ".." + (until == null ? "" : until);
    }
}
