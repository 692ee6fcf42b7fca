package dev.mysqlsmith.campaign;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 8h}, {@code 1h30m}, {@code 90s}. */
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    private DurationText() {}

    /**
     * Reads a duration of days, hours, minutes and seconds, in that order.
     *
     * @throws IllegalArgumentException for another form, and for nothing at all
     */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        try {
            Duration duration = form.matches()
                    ? Duration.ofDays(number(form, 1))
                            .plusHours(number(form, 2))
                            .plusMinutes(number(form, 3))
                            .plusSeconds(number(form, 4))
                    : Duration.ZERO;
            if (!duration.isZero()) {
                return duration;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // more digits than a duration can have: the same complaint
        }
        throw new IllegalArgumentException(
                "duration '" + text + "': expected a number with a unit above zero, such as 8h, 1h30m, 10m or 90s");
    }

    /** Writes what {@link #parse} reads, to the second; {@code 0s} for less. */
    public static String format(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        String text = part(seconds / 3600, "h") + part(seconds / 60 % 60, "m") + part(seconds % 60, "s");
        return text.isEmpty() ? "0s" : text;
    }

    private static long number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }

    private static String part(long value, String unit) {
        return value == 0 ? "" : value + unit;
    }
}
