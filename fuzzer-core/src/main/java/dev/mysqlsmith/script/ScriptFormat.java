package dev.mysqlsmith.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a file holds statements. */
public enum ScriptFormat {
    /** A script of the mysql client. */
    SQL(".sql"),
    /** A general query log, as MySQL writes it since 5.7, or in the older form that MariaDB writes. */
    GENERAL_LOG(".log"),
    /** A test of mysqltest, as far as it is plain SQL. */
    TEST(".test");

    /** What says that it is told by content and name. */
    public static final String AUTO = "auto";

    private static final Pattern TEST_LINE = Pattern.compile(
            "(?im)^(?:--(?:error|echo|source|let|eval|connect|connection|disconnect|delimiter|(?:dis|en)able_\\w+"
                    + "|replace_\\w+|sorted_result)\\b"
                    + "|(?:connection \\w+|connect ?\\(\\w+,.*\\)|(?:dis|en)able_(?:query_log|result_log|warnings)) ?;$)");

    private final String ending;

    ScriptFormat(String ending) {
        this.ending = ending;
    }

    /** How names of files with statements end. */
    public static List<String> endings() {
        return Arrays.stream(values()).map(format -> format.ending).toList();
    }

    /** Whether a file's name ends in one of them. */
    public static boolean isNamed(String fileName) {
        return endings().stream().anyMatch(fileName.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** As the command line has it: {@code general-log}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What {@code --input} takes. */
    public static List<String> words() {
        return List.of(AUTO, SQL.text(), GENERAL_LOG.text(), TEST.text());
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ScriptFormat parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "input format '" + text + "': expected " + String.join(", ", words())));
    }

    /** Told by what no script of SQL has, then by the name's ending. */
    static ScriptFormat of(String fileName, String text) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (GeneralLog.isOne(text)) {
            return GENERAL_LOG;
        }
        boolean test = name.endsWith(TEST.ending)
                || (!name.endsWith(SQL.ending) && TEST_LINE.matcher(text).find());
        return test ? TEST : SQL;
    }
}
