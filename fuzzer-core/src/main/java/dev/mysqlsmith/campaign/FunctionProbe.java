package dev.mysqlsmith.campaign;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.execute.ResultTable;
import dev.mysqlsmith.execute.Session;
import dev.mysqlsmith.generate.FunctionCatalog;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.Resources;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Asks a server which functions it has: which of the known ones it lacks, and which it has beside them. The names come from
 * its help, its keywords and its loadable functions; each is called without arguments, and the error tells.
 */
final class FunctionProbe {
    private static final int SYNTAX_ERROR = 1064;
    private static final int NO_SUCH_FUNCTION = 1305;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final List<String> SOURCES = List.of(
            "SELECT name FROM mysql.help_topic ORDER BY name",
            "SELECT word FROM information_schema.keywords ORDER BY word",
            "SELECT name FROM mysql.func ORDER BY name",
            "SELECT udf_name FROM performance_schema.user_defined_functions ORDER BY udf_name");

    private final Session session;
    private final ServerVersion version;
    private final SqlParser parser;
    private final List<String> unprobed = Resources.lines(FunctionProbe.class, "unprobed.txt");

    private FunctionProbe(Session session, ServerVersion version) {
        this.session = session;
        this.version = version;
        this.parser = new SqlParser(version, Set.of());
    }

    /**
     * What the server has.
     *
     * @param session with a default database, or each unknown function would be a missing database
     */
    static FunctionCatalog ask(Session session, ServerVersion version) {
        return new FunctionProbe(session, version).ask();
    }

    private FunctionCatalog ask() {
        Set<String> known = FunctionCatalog.known(version);
        List<String> absent =
                known.stream().filter(name -> code(name) == NO_SUCH_FUNCTION).toList();
        FunctionLearner learner = new FunctionLearner(session);
        List<String> learned = new ArrayList<>();
        for (String name : listed()) {
            if (session.isUsable() && !known.contains(name) && isGeneric(name) && isFunction(name)) {
                learned.addAll(learner.learn(name));
            }
        }
        return new FunctionCatalog(absent, learned);
    }

    /** The names that the server lists, of functions and of much else. */
    private Set<String> listed() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String source : SOURCES) {
            if (session.isUsable() && session.execute(source) instanceof Outcome.Rows rows) {
                for (ResultTable table : rows.tables()) {
                    table.rows().forEach(row -> names.add(String.valueOf(row.get(0))));
                }
            }
        }
        names.removeIf(
                name -> !NAME.matcher(name).matches() || unprobed.stream().anyMatch(one -> isMeant(one, name)));
        return names;
    }

    private static boolean isMeant(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.toLowerCase(Locale.ROOT)
                        .startsWith(pattern.substring(0, pattern.length() - 1).toLowerCase(Locale.ROOT))
                : name.equalsIgnoreCase(pattern);
    }

    /** Whether the grammar takes a call of it for one of any function: what has a syntax of its own is in the grammar. */
    private boolean isGeneric(String name) {
        return parser.parse("DO " + name + "(1)") instanceof ParseResult.Parsed parsed && calls(parsed.tree());
    }

    private static boolean calls(SyntaxTree tree) {
        return tree instanceof SyntaxTree.Node node
                && (node.is("functionName") || node.children().stream().anyMatch(FunctionProbe::calls));
    }

    private boolean isFunction(String name) {
        int code = code(name);
        return code != SYNTAX_ERROR && code != NO_SUCH_FUNCTION;
    }

    /** The error of a call without arguments; 0 for none. */
    private int code(String name) {
        return session.isUsable() && session.execute("DO " + name + "()") instanceof Outcome.Failed failed
                ? failed.error().code()
                : 0;
    }
}
