package dev.mysqlsmith.cli;

import dev.mysqlsmith.campaign.KnownBugs;
import dev.mysqlsmith.oracle.Oracles;
import dev.mysqlsmith.server.ServerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of options; what is wrong with one is said in one line. */
final class Values {
    /** What {@code --oracle} takes beside {@code crash} and {@code differential}, for help texts. */
    static final String ORACLES =
            "tlp, norec, dqp, wrap, eet, coddtest, pqs, dqe, engine, forms, cert, state, durability, or all";

    private static final int MOST = 10_000;

    private Values() {}

    /** What {@code reader} makes of it, whose IllegalArgumentException is an error of usage. */
    static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** What {@code --known} names; nothing without it. */
    static KnownBugs known(@Nullable String option) {
        return option == null ? KnownBugs.NONE : read(option, file -> KnownBugs.read(Path.of(file)));
    }

    /** A seed: decimal, or hexadecimal after 0x. */
    static long seed(String text) {
        String digits = text.toLowerCase(Locale.ROOT);
        try {
            return digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(2), 16) : Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed '" + text + "': expected a whole number of 64 bits, such as 7 or 0x1f");
        }
    }

    /** A number from 1 on. */
    static long count(String option, String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            // no number: the same complaint as for one that is too small
        }
        throw new UsageException(option + " '" + text + "': expected a whole number from 1 on");
    }

    /** A number from 1 on that is not huge. */
    static int smallCount(String option, String text) {
        long count = count(option, text);
        if (count > MOST) {
            throw new UsageException(option + " '" + text + "': expected a whole number from 1 to " + MOST);
        }
        return (int) count;
    }

    /** One of some words. */
    static String word(String option, String text, List<String> words) {
        if (!words.contains(text)) {
            throw new UsageException(
                    option + " '" + text + "': expected " + String.join(" or ", words) + NearestName.hint(text, words));
        }
        return text;
    }

    /** The oracles of a list; {@code compares} where there are servers to compare with. */
    static List<String> oracles(String text, boolean compares) {
        return read(text, list -> Oracles.read(list, compares));
    }

    /** The servers of an option that may be given again. */
    static List<ServerSpec> servers(List<String> specs) {
        return specs.stream().map(spec -> read(spec, ServerSpec::parse)).toList();
    }
}
