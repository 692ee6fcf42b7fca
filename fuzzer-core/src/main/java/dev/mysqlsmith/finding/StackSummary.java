package dev.mysqlsmith.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stays the same of a stack: its top functions, or the addresses of a build without symbols. */
final class StackSummary {
    private static final int TOP = 4;
    private static final int REPEATS_OF_RECURSION = 4;
    private static final int MOST_OF_RECURSION = 5;
    private static final Set<String> STARTS = Set.of(
            "dispatch_command",
            "do_command",
            "handle_connection",
            "handle_one_connection",
            "do_handle_one_connection",
            "Event_worker_thread::run",
            "pfs_spawn_thread",
            "mysqld_main",
            "main");
    private static final String VISIT = "walk";
    private static final long MODULE_SIZE = 0x2800000;
    private static final List<String> HANDLERS = readHandlers();

    private StackSummary() {}

    /** {@code A < B < C}, innermost first; empty where the stack is. */
    static String of(List<StackFrame> frames) {
        List<String> named = frames.stream()
                .filter(frame -> !frame.isSystem())
                .map(StackFrame::function)
                .filter(Objects::nonNull)
                .filter(name -> !isHandler(name))
                .toList();
        List<String> recursion = reachesTheStart(frames) ? List.of() : recursion(named);
        if (!recursion.isEmpty()) {
            return "recursion of " + String.join(", ", recursion);
        }
        List<String> top =
                named.stream().map(StackSummary::visit).distinct().limit(TOP).toList();
        return top.size() > 1 ? String.join(" < ", top) : addresses(frames, top);
    }

    /** The innermost function; empty where there is none. */
    static String top(List<StackFrame> frames) {
        return of(frames).replaceAll(" < .*", "");
    }

    static boolean isHandler(String function) {
        return HANDLERS.stream()
                .anyMatch(handler -> handler.endsWith("*")
                        ? function.startsWith(handler.substring(0, handler.length() - 1))
                        : function.equals(handler));
    }

    /** At which kind of node a visitor of an expression's tree comes to what is broken depends on the query. */
    private static String visit(String function) {
        return function.endsWith("::" + VISIT) ? VISIT : function;
    }

    /**
     * Whether the stack goes down to where its thread got the statement. Of one that overflowed a server prints the innermost part;
     * in others functions may call each other often by right: each table of a join does.
     */
    private static boolean reachesTheStart(List<StackFrame> frames) {
        return frames.stream()
                .map(StackFrame::function)
                .filter(Objects::nonNull)
                .anyMatch(STARTS::contains);
    }

    /** Where the stack overflowed depends on the day; which functions call each other does not. */
    private static List<String> recursion(List<String> named) {
        Map<String, Long> counts = named.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= REPEATS_OF_RECURSION)
                .map(Map.Entry::getKey)
                .sorted()
                .limit(MOST_OF_RECURSION)
                .toList();
    }

    private static String addresses(List<StackFrame> frames, List<String> named) {
        long handler = frames.isEmpty() ? 0 : frames.get(0).address();
        String plain = frames.stream()
                .filter(frame -> !frame.isSystem() && frame.function() == null)
                .map(frame -> address(frame, handler))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(TOP)
                .collect(Collectors.joining(" < "));
        return named.isEmpty() || plain.isEmpty() ? String.join(" < ", named) + plain : named.get(0) + " < " + plain;
    }

    /**
     * An address that is the same at every start of a build: as it is where the build is not position-independent, from the
     * start of its module where the line tells that, else from the innermost frame, which is the server's own handler.
     */
    private static String address(StackFrame frame, long handler) {
        if (frame.offset() != 0) {
            return frame.module() + "+0x" + Long.toHexString(frame.offset());
        }
        if (Long.compareUnsigned(frame.address(), 1L << 32) < 0) {
            return frame.module() + "@0x" + Long.toHexString(frame.address());
        }
        long distance = handler - frame.address();
        boolean sameModule = distance != 0 && Math.abs(distance) < MODULE_SIZE;
        return sameModule ? "handler" + (distance > 0 ? "-0x" : "+0x") + Long.toHexString(Math.abs(distance)) : "";
    }

    private static List<String> readHandlers() {
        try (InputStream in = Objects.requireNonNull(
                        StackSummary.class.getResourceAsStream("handler-frames.txt"), "handler-frames.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("handler-frames.txt of the jar can't be read", e);
        }
    }
}
