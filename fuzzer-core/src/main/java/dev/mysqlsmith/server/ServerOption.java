package dev.mysqlsmith.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An option of mysqld.
 *
 * @param name without the leading dashes
 * @param value or null where the option has none, as {@code skip-log-bin}
 */
public record ServerOption(String name, @Nullable String value) {

    static final ServerOption DEBUG = new ServerOption("debug", null);

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final Pattern ESCAPED = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern TO_ESCAPE = Pattern.compile("[%&?#\\s]");

    /** What a started server needs for itself; another value would only break it. */
    private static final Set<String> OURS = Set.of(
            "basedir",
            "bind-address",
            "bootstrap",
            "daemonize",
            "datadir",
            "defaults-file",
            "initialize",
            "initialize-insecure",
            "log-error",
            "pid-file",
            "port",
            "skip-grant-tables",
            "skip-networking",
            "socket");

    /** As mysqld's command line wants it. */
    public String argument() {
        return "--" + name + (value == null ? "" : "=" + value);
    }

    /** The name as the manual writes options: lower case with dashes. */
    String canonicalName() {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in a spec. */
    @Override
    public String toString() {
        return name + (value == null ? "" : "=" + escape(value));
    }

    /** The options behind the question mark of {@code spec}. */
    static List<ServerOption> parseAll(String spec, String tail) {
        return Arrays.stream(tail.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> parse(spec, part))
                .toList();
    }

    private static ServerOption parse(String spec, String part) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).replaceFirst("^--", "");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("server '" + spec + "': '" + part
                    + "' is no option of mysqld; expected name=value, with & between options");
        }
        ServerOption option = new ServerOption(name, equals < 0 ? null : unescape(part.substring(equals + 1)));
        if (OURS.contains(option.canonicalName())) {
            throw new IllegalArgumentException("server '" + spec + "': the option '" + name
                    + "' is set by mysqlsmith itself; leave it out, or start the server yourself and use jdbc:");
        }
        return option;
    }

    /** Escapes what would end a value or a path in a spec, as in a URL. */
    static String escape(String text) {
        return TO_ESCAPE.matcher(text).replaceAll(match -> {
            StringBuilder hex = new StringBuilder();
            for (byte b : match.group().getBytes(StandardCharsets.UTF_8)) {
                hex.append(String.format(Locale.ROOT, "%%%02X", b));
            }
            return hex.toString();
        });
    }

    /** Reads {@code %26} as {@code &}; a percent sign with no two digits behind it stands for itself. */
    static String unescape(String text) {
        return ESCAPED.matcher(text).replaceAll(match -> {
            String digits = match.group().replace("%", "");
            byte[] bytes = new byte[digits.length() / 2];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
            }
            return java.util.regex.Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
        });
    }
}
