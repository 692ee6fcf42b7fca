package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The C library's form: {@code mysqld: ../sql/item.cc:12: bool Item::f(int): Assertion `x' failed.} */
final class AssertionSign implements LogSign {
    private static final Pattern FORM =
            Pattern.compile("(?:\\S+: )?(\\S+?):\\d+: (?:(.*): )?Assertion [`'](.*)' failed\\.?\\s*");

    @Override
    public Optional<Incident.Failure> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher form = FORM.matcher(lines.get(i));
            if (form.matches()) {
                String text = "Assertion `" + form.group(3) + "' failed in " + place(form);
                return Optional.of(
                        new Incident.Failure(new Signature(Kind.ASSERTION, text), LogSign.evidence(lines, i)));
            }
        }
        return Optional.empty();
    }

    private static String place(Matcher form) {
        String path = form.group(1);
        return form.group(2) == null ? path.substring(path.lastIndexOf('/') + 1) : FunctionName.of(form.group(2));
    }
}
