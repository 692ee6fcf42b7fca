package dev.mysqlsmith.server;

import dev.mysqlsmith.grammar.ServerVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which server, in one line: {@code mysql:8.0.33}, {@code container:mysql:8.4}, {@code dir:/path?debug}, {@code
 * jdbc:mysql://host:3306/?user=u}.
 *
 * @param kind the form
 * @param target what follows the form's prefix, without options: {@code mysql:8.0.33}, an image's name, an absolute path,
 *     or the whole JDBC URL
 * @param debug whether a local build is to run its {@code mysqld-debug}; an embedded one says so in its name
 * @param options options of mysqld, in order; a name may come twice
 */
public record ServerSpec(Kind kind, String target, boolean debug, List<ServerOption> options) {

    private static final Pattern TAG_WITH_VERSION =
            Pattern.compile("(?:.*/)?(mysql|mariadb)[^/:]*:(\\d+\\.\\d+\\.\\d+)(?:[-.@].*)?");

    /** The four forms. */
    public enum Kind {
        /** Fetched once into the cache and started here. */
        EMBEDDED,
        /** A container of an image. */
        CONTAINER,
        /** A build on this machine. */
        DIRECTORY,
        /** A server that already runs. */
        RUNNING
    }

    public ServerSpec {
        options = List.copyOf(options);
    }

    /**
     * Reads a spec.
     *
     * @throws IllegalArgumentException where it has none of the known forms; the message names them
     */
    public static ServerSpec parse(String text) {
        String spec = text.strip();
        if (spec.startsWith("jdbc:")) {
            return running(spec);
        }
        int mark = spec.indexOf('?');
        String head = mark < 0 ? spec : spec.substring(0, mark);
        String tail = mark < 0 ? "" : spec.substring(mark + 1);
        if (head.startsWith("container:")) {
            return new ServerSpec(Kind.CONTAINER, image(spec, head), false, ServerOption.parseAll(spec, tail));
        }
        if (head.startsWith("dir:")) {
            return directory(spec, head.substring("dir:".length()), tail);
        }
        if (EmbeddedBuild.exists(head)) {
            return new ServerSpec(Kind.EMBEDDED, head, false, ServerOption.parseAll(spec, tail));
        }
        throw unknown(spec, head);
    }

    /** The version, where the spec alone tells it: of an embedded server, and of an image whose tag has three numbers. */
    public Optional<ServerVersion> version() {
        if (kind == Kind.EMBEDDED) {
            return Optional.of(ServerVersion.parse(target));
        }
        Matcher tag = TAG_WITH_VERSION.matcher(target);
        return kind == Kind.CONTAINER && tag.matches()
                ? Optional.of(ServerVersion.parse(tag.group(1) + ":" + tag.group(2)))
                : Optional.empty();
    }

    /** The same server with more options behind its own, so that they win. Not for a running server. */
    public ServerSpec withOptions(List<ServerOption> more) {
        if (kind == Kind.RUNNING && !more.isEmpty()) {
            throw new IllegalArgumentException("server '" + this + "' already runs: it takes no options of mysqld");
        }
        List<ServerOption> all = new ArrayList<>(options);
        all.addAll(more);
        return new ServerSpec(kind, target, debug, all);
    }

    /** For logs and reports: a JDBC URL's password is replaced by stars; all else as {@link #toString}. */
    public String withoutPassword() {
        return kind == Kind.RUNNING
                ? target.replaceAll("(?i)([?&]password\\d?=)[^&]*", "$1***").replaceAll("(//[^/@:]*:)[^/@]*@", "$1***@")
                : toString();
    }

    /** One line that {@link #parse} reads back to an equal spec. */
    @Override
    public String toString() {
        String head =
                switch (kind) {
                    case EMBEDDED, RUNNING -> target;
                    case CONTAINER -> "container:" + target;
                    case DIRECTORY -> "dir:" + ServerOption.escape(target);
                };
        String tail = (debug ? "&debug" : "")
                + options.stream().map(option -> "&" + option).collect(Collectors.joining());
        return tail.isEmpty() ? head : head + "?" + tail.substring(1);
    }

    private static ServerSpec running(String spec) {
        if (!spec.matches("jdbc:mysql://[^\\s]+")) {
            throw new IllegalArgumentException("server '" + spec
                    + "': expected jdbc:mysql://HOST:PORT/?user=USER&password=PASSWORD, MySQL's own form of URL");
        }
        return new ServerSpec(Kind.RUNNING, spec, false, List.of());
    }

    private static ServerSpec directory(String spec, String path, String tail) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException(
                    "server '" + spec + "': expected dir:PATH, the base directory of a build on this machine");
        }
        List<ServerOption> given = ServerOption.parseAll(spec, tail);
        List<ServerOption> options =
                given.stream().filter(o -> !o.equals(ServerOption.DEBUG)).toList();
        String home = System.getProperty("user.home", "");
        String unescaped = ServerOption.unescape(path);
        Path absolute = Path.of(unescaped.startsWith("~/") ? home + unescaped.substring(1) : unescaped)
                .toAbsolutePath()
                .normalize();
        return new ServerSpec(Kind.DIRECTORY, absolute.toString(), options.size() < given.size(), options);
    }

    private static String image(String spec, String head) {
        String image = head.substring("container:".length());
        if (!image.matches("[a-z0-9][a-zA-Z0-9._/:@-]*")) {
            throw new IllegalArgumentException("server '" + spec
                    + "': expected container:IMAGE with an image's name, such as container:mysql:8.4");
        }
        return image;
    }

    private static IllegalArgumentException unknown(String spec, String head) {
        String builds =
                EmbeddedBuild.all().stream().map(EmbeddedBuild::name).distinct().collect(Collectors.joining(", "));
        boolean version = head.startsWith("mysql:") || head.startsWith("mariadb:");
        return new IllegalArgumentException("server '" + spec + "': "
                + (version ? "there is no such embedded build; " : "not a known form; ")
                + "expected one of " + builds
                + ", or container:IMAGE, dir:BASEDIR[?debug], jdbc:mysql://HOST:PORT/?user=USER");
    }
}
