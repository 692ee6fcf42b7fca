package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * InnoDB's forms: {@code Assertion failure: f.cc:12:expr thread 7} (8.0 and later), {@code Assertion failure in thread 7 in
 * file f.cc line 12} with {@code Failing assertion: expr} on the next line (before it, and MariaDB).
 */
final class InnodbAssertionSign implements LogSign {
    private static final Pattern NEW_FORM =
            Pattern.compile(".*Assertion failure: ([^:\\s]+):\\d+(?::(.*?))?(?:\\s+thread \\d+)?\\s*");
    private static final Pattern OLD_FORM =
            Pattern.compile(".*InnoDB: Assertion failure in (?:thread \\S+ in )?file (\\S+) line \\d+.*");
    private static final Pattern FAILING = Pattern.compile("InnoDB: Failing assertion: (.*)");
    private static final Pattern FATAL = Pattern.compile(".*\\[(?:FATAL|ERROR)\\].*\\[?InnoDB[\\]:]\\s*(.*)");

    /** Expressions that many places share: the function, and what was logged before, tell them apart. */
    private static final Set<String> EMPTY = Set.of("", "0", "false", "ib::fatal triggered");

    @Override
    public Optional<Incident.Failure> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher now = NEW_FORM.matcher(lines.get(i));
            if (now.matches()) {
                return Optional.of(failure(lines, i, now.group(1), now.group(2)));
            }
            Matcher old = OLD_FORM.matcher(lines.get(i));
            if (old.matches()) {
                return Optional.of(failure(lines, i, old.group(1), failing(lines, i + 1)));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String failing(List<String> lines, int from) {
        for (int i = from; i < Math.min(lines.size(), from + 3); i++) {
            Matcher failing = FAILING.matcher(lines.get(i));
            if (failing.matches()) {
                return failing.group(1);
            }
        }
        return null;
    }

    private static Incident.Failure failure(List<String> lines, int at, String path, @Nullable String expression) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String what = expression == null ? "" : expression.strip();
        StringBuilder text = new StringBuilder("InnoDB: Assertion failure: ").append(file);
        if (!what.isEmpty()) {
            text.append(":").append(what);
        }
        if (EMPTY.contains(what)) {
            String top = StackSummary.top(LogSign.stackBehind(lines, at));
            text.append(top.isEmpty() ? "" : " in " + top).append(said(lines, at, what));
        }
        return new Incident.Failure(new Signature(Kind.ASSERTION, text.toString()), LogSign.evidence(lines, at));
    }

    private static String said(List<String> lines, int at, String what) {
        Matcher fatal = at > 0 && what.startsWith("ib::fatal") ? FATAL.matcher(lines.get(at - 1)) : null;
        return fatal != null && fatal.matches()
                ? ": " + LogSign.withoutNumbers(fatal.group(1)).replaceAll("[`'\"][^`'\"]*[`'\"]", "?")
                : "";
    }
}
