package dev.mysqlsmith.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a stack, in the forms that servers, sanitizers and debuggers write:
 *
 * <ul>
 *   <li>{@code /opt/bin/mysqld(JOIN::optimize(bool)+0x12) [0x1234]}, mangled or not, without a symbol, or with an offset
 *       of the module;
 *   <li>{@code sql/item.cc:216(Item::val_int())[0x1234]} (MariaDB where it finds addr2line);
 *   <li>{@code #3 0x1234 Item::val_int() at ../sql/item.cc:12}, {@code #3 0x1234 in Item::val_int() /src/item.cc:12:3},
 *       {@code #3 0x1234 <unknown>} (MySQL 9, sanitizers, gdb).
 * </ul>
 */
final class StackFrameReader {
    private static final Pattern MODULE =
            Pattern.compile("(/\\S*?)(?:\\((.*?)(?:\\+0x([0-9a-f]+))?\\))?\\s?\\[0x([0-9a-f]+)\\]");
    private static final Pattern SOURCE = Pattern.compile("\\S+:\\d+\\((.*)\\)\\s?\\[0x([0-9a-f]+)\\]");
    private static final Pattern NUMBERED = Pattern.compile("\\s*#\\d+\\s+(?:0x([0-9a-f]+)\\s+)?(?:in\\s+)?(.+)");
    private static final Pattern WHERE =
            Pattern.compile(" (?:at \\S+:\\d+|from \\S+|\\(?/\\S+|\\S+\\.(?:cc|c|h|cpp|hpp|ic):\\d+\\S*)$");
    private static final Pattern SANITIZER_MODULE = Pattern.compile("\\((/[^()]*?)\\+0x([0-9a-f]+)\\)");

    private StackFrameReader() {}

    /** The frame of a line; empty where it is none. */
    static Optional<StackFrame> read(String line) {
        Matcher module = MODULE.matcher(line);
        if (module.matches()) {
            return Optional.of(ofModule(module));
        }
        Matcher source = SOURCE.matcher(line);
        if (source.matches()) {
            return Optional.of(new StackFrame("", FunctionName.of(source.group(1)), hex(source.group(2)), 0));
        }
        Matcher numbered = NUMBERED.matcher(line);
        return numbered.matches() ? Optional.of(ofNumber(numbered)) : Optional.empty();
    }

    /** The frames of the first stack in the lines. */
    static List<StackFrame> readFirstStack(List<String> lines) {
        int first = 0;
        while (first < lines.size() && read(lines.get(first)).isEmpty()) {
            first++;
        }
        int end = first;
        while (end < lines.size() && read(lines.get(end)).isPresent()) {
            end++;
        }
        return lines.subList(first, end).stream()
                .flatMap(line -> read(line).stream())
                .toList();
    }

    private static StackFrame ofModule(Matcher line) {
        String path = line.group(1);
        String module = path.substring(path.lastIndexOf('/') + 1);
        String symbol = line.group(2);
        long offset = hex(line.group(3));
        if (symbol == null || symbol.isEmpty()) {
            return new StackFrame(module, null, hex(line.group(4)), offset);
        }
        // A return address at the very start of a function belongs to the one before it, which has no symbol and ends
        // in a
        // call that never returns.
        String function = offset == 0 ? null : FunctionName.of(symbol);
        return new StackFrame(module, function, hex(line.group(4)), 0);
    }

    private static StackFrame ofNumber(Matcher line) {
        String rest = line.group(2).strip();
        long address = hex(line.group(1));
        Matcher module = SANITIZER_MODULE.matcher(rest);
        String path = module.find() ? module.group(1) : "";
        String name = path.substring(path.lastIndexOf('/') + 1);
        String function = WHERE.matcher(rest.replaceAll("\\s*\\(BuildId: [^)]*\\)$", ""))
                .replaceAll("")
                .strip();
        boolean unknown = function.isEmpty()
                || function.startsWith("<unknown")
                || function.startsWith("??")
                || function.startsWith("(/");
        return unknown
                ? new StackFrame(name, null, address, path.isEmpty() ? 0 : hex(module.group(2)))
                : new StackFrame(name, FunctionName.of(function), address, 0);
    }

    private static long hex(@org.jspecify.annotations.Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits, 16);
    }
}
