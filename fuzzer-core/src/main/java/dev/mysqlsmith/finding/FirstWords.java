package dev.mysqlsmith.finding;

import dev.mysqlsmith.execute.BinaryProtocol;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a signature says of a statement: its first word, of a definition the second as well. */
final class FirstWords {
    private static final Pattern WORDS =
            Pattern.compile("[^A-Za-z]*([A-Za-z]+)[^A-Za-z]*([A-Za-z]*).*", Pattern.DOTALL);

    private FirstWords() {}

    /** {@code SELECT}, {@code ALTER TABLE}; "a statement" where it has no word. */
    static String of(String sql) {
        Matcher words = WORDS.matcher(BinaryProtocol.unmarked(sql));
        if (!words.matches()) {
            return "a statement";
        }
        boolean two = List.of("CREATE", "ALTER", "DROP").contains(words.group(1).toUpperCase(Locale.ROOT));
        String text = words.group(1) + (two ? " " + words.group(2) : "");
        return text.toUpperCase(Locale.ROOT);
    }
}
