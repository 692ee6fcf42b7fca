package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's own handler: {@code mysqld got signal 11 ;} and a stack, perhaps with the C++ runtime's last words before. */
final class SignalSign implements LogSign {
    private static final Pattern FORM = Pattern.compile(
            ".*(?:mysqld|mariadbd)\\S*(?: got (?:signal (\\d+)|exception 0x([0-9a-fA-F]+)).*)|.*Fatal signal (\\d+).*");
    private static final Pattern TERMINATE = Pattern.compile(
            "terminate called (?:after throwing an instance of '(.*)'|without an active exception|recursively).*");

    @Override
    public Optional<Incident.Failure> read(List<String> lines) {
        int thrown = -1;
        for (int i = 0; i < lines.size(); i++) {
            thrown = thrown < 0 && TERMINATE.matcher(lines.get(i)).matches() ? i : thrown;
            Matcher form = FORM.matcher(lines.get(i));
            if (form.matches()) {
                String cause = thrown < 0 ? "signal " + number(form) : uncaught(lines.get(thrown));
                return Optional.of(failure(lines, thrown < 0 ? i : thrown, i, cause));
            }
        }
        return thrown < 0 ? Optional.empty() : Optional.of(failure(lines, thrown, thrown, uncaught(lines.get(thrown))));
    }

    private static String number(Matcher form) {
        return form.group(1) != null ? form.group(1) : form.group(2) != null ? "0x" + form.group(2) : form.group(3);
    }

    private static String uncaught(String line) {
        Matcher form = TERMINATE.matcher(line);
        return form.matches() && form.group(1) != null ? "uncaught exception " + form.group(1) : "std::terminate";
    }

    private static Incident.Failure failure(List<String> lines, int first, int signal, String cause) {
        String stack = StackSummary.of(LogSign.stackBehind(lines, signal));
        return new Incident.Failure(
                new Signature(Kind.CRASH, cause + (stack.isEmpty() ? " without a stack" : " in " + stack)),
                LogSign.evidence(lines, first));
    }
}
