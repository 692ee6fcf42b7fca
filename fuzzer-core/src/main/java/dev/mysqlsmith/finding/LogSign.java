package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One form in which an error log tells a failure. */
interface LogSign {
    /** More lines of a log than this behind a sign are not evidence of it. */
    int MOST_EVIDENCE = 150;

    Pattern END = Pattern.compile("The manual page at .*|Writing a core file.*|Resource Limits.*|Kernel version:.*");

    /** The failure, where the lines have this sign; the first one counts. */
    Optional<Incident.Failure> read(List<String> lines);

    /** The lines from {@code first} to the end of the report that starts there. */
    static String evidence(List<String> lines, int first) {
        int end = first;
        while (end < lines.size()
                && end - first < MOST_EVIDENCE
                && !END.matcher(lines.get(end)).matches()) {
            end++;
        }
        return String.join("\n", lines.subList(first, end)).strip() + "\n";
    }

    /** The frames of the first stack behind a line. */
    static List<StackFrame> stackBehind(List<String> lines, int index) {
        return StackFrameReader.readFirstStack(lines.subList(index, Math.min(lines.size(), index + MOST_EVIDENCE)));
    }

    /** The text without what varies: addresses, numbers, quoted names. */
    static String withoutNumbers(String text) {
        return text.replaceAll("0x[0-9a-fA-F]+", "N")
                .replaceAll("(?<![\\w.])-?\\d+(\\.\\d+)?(e[+-]?\\d+)?\\b", "N")
                .strip();
    }
}
