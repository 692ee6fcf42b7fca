package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports of AddressSanitizer, LeakSanitizer, MemorySanitizer, ThreadSanitizer and UndefinedBehaviorSanitizer. */
final class SanitizerSign implements LogSign {
    private static final Pattern HEADER = Pattern.compile("=*\\d*=*\\s*(?:ERROR|WARNING): (\\w+Sanitizer): (.+?)\\s*");
    private static final Pattern RUNTIME_ERROR = Pattern.compile("(\\S+?):\\d+:\\d+: runtime error: (.+?)\\s*");
    /** What comes behind the name of the error: where and in which process it was. */
    private static final Pattern DETAILS =
            Pattern.compile("\\s*(?:on (?:unknown )?address|\\(pid=|in thread|\\(/|: addr|on 0x|0x).*");

    @Override
    public Optional<Incident.Failure> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = HEADER.matcher(lines.get(i));
            if (header.matches()) {
                String error = DETAILS.matcher(header.group(2)).replaceAll("");
                return Optional.of(failure(lines, i, header.group(1) + ": " + LogSign.withoutNumbers(error)));
            }
            Matcher undefined = RUNTIME_ERROR.matcher(lines.get(i));
            if (undefined.matches()) {
                String path = undefined.group(1);
                String file = path.substring(path.lastIndexOf('/') + 1);
                return Optional.of(failure(
                        lines,
                        i,
                        "UndefinedBehaviorSanitizer: " + file + ": " + LogSign.withoutNumbers(undefined.group(2))));
            }
        }
        return Optional.empty();
    }

    private static Incident.Failure failure(List<String> lines, int at, String error) {
        String stack = StackSummary.of(LogSign.stackBehind(lines, at));
        return new Incident.Failure(
                new Signature(Kind.CRASH, error + (stack.isEmpty() ? "" : " in " + stack)),
                LogSign.evidence(lines, at));
    }
}
