package dev.mysqlsmith.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the signature of a hang of the statement's first words and the stack of the thread that runs it. */
final class HangReader {
    /** Every thread that runs a client's statement has one of these below. */
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(?:dispatch_command|dispatch_sql_command|mysql_parse)\\b");

    private static final int FRAMES = 4;

    private HangReader() {}

    static Incident.Failure read(String sql, @Nullable String stacks) {
        String where = stacks == null ? "" : busy(stacks).map(HangReader::place).orElse("");
        Signature signature =
                new Signature(Kind.HANG, FirstWords.of(sql) + " hangs" + (where.isEmpty() ? "" : " in " + where));
        return new Incident.Failure(signature, stacks == null ? "no debugger was at hand\n" : stacks);
    }

    /** Where a thread that computes is met depends on the moment: only the outer functions stay. */
    private static String place(List<StackFrame> frames) {
        List<String> named = frames.stream()
                .map(StackFrame::function)
                .filter(Objects::nonNull)
                .takeWhile(name -> !name.equals("mysql_execute_command")
                        && !STATEMENT.matcher(name).find())
                .toList();
        return named.subList(Math.max(0, named.size() - FRAMES), named.size()).stream()
                .distinct()
                .collect(Collectors.joining(" < "));
    }

    private static Optional<List<StackFrame>> busy(String stacks) {
        List<String> thread = new ArrayList<>();
        for (String line : (stacks + "\n\n").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("Thread ")) {
                thread.add(line);
                continue;
            }
            if (thread.stream().anyMatch(frame -> STATEMENT.matcher(frame).find())) {
                return Optional.of(StackFrameReader.readFirstStack(thread));
            }
            thread.clear();
        }
        return Optional.empty();
    }
}
