package dev.mysqlsmith.script;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a test of mysqltest as far as it is plain SQL. Connections are sessions; variables count where the test itself gives
 * them a value. What only a run of mysqltest could know is left out, and counted.
 */
final class MysqltestReader {
    private static final String DEFAULT = "default";
    private static final String DATABASE = "test";
    private static final Pattern VARIABLE = Pattern.compile("\\\\\\$|\\$\\{?(\\w+)}?");
    private static final Pattern LET = Pattern.compile("(?s)\\$?(\\w+)\\s*=\\s*(.*)");
    private static final Pattern OUTPUT = Pattern.compile("(?:en|dis)able_\\w+|replace_\\w+|\\w*sorted_result");
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "delimiter",
            "echo",
            "error",
            "sleep",
            "real_sleep",
            "vertical_results",
            "horizontal_results",
            "lowercase_result",
            "start_timer",
            "end_timer",
            "ping",
            "result_format",
            "skip_if_hypergraph",
            "character_set",
            "}");
    private static final Set<String> NEEDS_MYSQLTEST = Set.of(
            "source",
            "exec",
            "exec_in_background",
            "execw",
            "perl",
            "write_file",
            "append_file",
            "cat_file",
            "copy_file",
            "copy_files_wildcard",
            "move_file",
            "remove_file",
            "remove_files_wildcard",
            "mkdir",
            "rmdir",
            "force-rmdir",
            "force-cpdir",
            "chmod",
            "diff_files",
            "file_exists",
            "list_files",
            "list_files_write_file",
            "list_files_append_file",
            "if",
            "while",
            "inc",
            "dec",
            "expr",
            "assert",
            "die",
            "exit",
            "skip",
            "output",
            "change_user",
            "reset_connection",
            "send_quit",
            "send_shutdown",
            "shutdown_server",
            "query_attributes",
            "save_master_pos",
            "sync_with_master",
            "sync_slave_with_master",
            "wait_for_slave_to_stop",
            "dirty_close");

    private final HistoryBuilder history = new HistoryBuilder();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> sent = new LinkedHashMap<>();
    private String connection = DEFAULT;
    private boolean sendsNext;

    private MysqltestReader() {}

    static ScriptInput read(String text) {
        MysqltestReader reader = new MysqltestReader();
        MysqltestCommands commands = new MysqltestCommands(text);
        reader.history.giveDatabase(DEFAULT);
        while (commands.hasNext()) {
            reader.take(commands.next());
        }
        reader.sent.forEach(reader.history::add);
        return reader.history.build(ScriptFormat.TEST);
    }

    private void take(MysqltestCommands.Command command) {
        switch (command.word()) {
            case "let" -> let(command.argument());
            case "eval" -> eval(command.argument());
            case "query", "query_vertical", "query_horizontal" -> sql(command.argument());
            case "send" -> send(Optional.of(command.argument()));
            case "send_eval" -> send(value(command.argument()));
            case "reap" -> reap();
            case "connect" -> connect(command.argument());
            case "connection" -> connection = plain(command.argument());
            case "disconnect" -> history.end(plain(command.argument()));
            default -> other(command);
        }
    }

    private void other(MysqltestCommands.Command command) {
        String word = command.word();
        boolean silent = WITHOUT_EFFECT.contains(word) || OUTPUT.matcher(word).matches();
        if (NEEDS_MYSQLTEST.contains(word) || (command.dashed() && !silent)) {
            history.leaveOut(word.isEmpty() ? "line after --" : word);
        } else if (!silent && !command.text().isEmpty()) {
            sql(command.text());
        }
    }

    private void sql(String sql) {
        if (sendsNext) {
            sendsNext = false;
            sent.put(connection, sql);
            return;
        }
        reap();
        history.add(connection, sql);
    }

    private void let(String assignment) {
        Matcher let = LET.matcher(assignment);
        if (!let.matches()) {
            history.leaveOut("let");
            return;
        }
        String text = let.group(2);
        Optional<String> value =
                text.startsWith("`") || text.contains("query_get_value(") ? Optional.empty() : value(text);
        value.ifPresentOrElse(known -> variables.put(let.group(1), known), () -> {
            variables.remove(let.group(1));
            history.leaveOut("let with a value that only a run knows");
        });
    }

    private void eval(String text) {
        value(text).ifPresentOrElse(this::sql, () -> history.leaveOut("eval with a variable that only a run knows"));
    }

    /** The text with the variables' values; empty where one has none. */
    private Optional<String> value(String text) {
        Matcher names = VARIABLE.matcher(text);
        StringBuilder value = new StringBuilder();
        while (names.find()) {
            String known = names.group(1) == null ? "$" : variables.get(names.group(1));
            if (known == null) {
                return Optional.empty();
            }
            names.appendReplacement(value, Matcher.quoteReplacement(known));
        }
        return Optional.of(names.appendTail(value).toString());
    }

    /** A history's statements run one after the other, so it runs where its answer is fetched. */
    private void send(Optional<String> sql) {
        history.leaveOut("send, which is run where it is reaped");
        if (sql.isEmpty() || sql.get().isEmpty()) {
            sendsNext = sql.isPresent();
        } else {
            sent.put(connection, sql.get());
        }
    }

    private void reap() {
        String sql = sent.remove(connection);
        if (sql != null) {
            history.add(connection, sql);
        }
    }

    /** {@code (name, host, user, password, database, ...)}. */
    private void connect(String argument) {
        List<String> cells = Arrays.stream(
                        argument.replaceAll("(?s)^\\(|\\)\\s*$", "").split(",", -1))
                .map(MysqltestReader::plain)
                .toList();
        connection = cells.get(0);
        String user = cells.size() > 2 ? cells.get(2) : "root";
        if (!user.isEmpty() && !user.equals("root")) {
            history.leaveOut("connect as another user, taken as root");
        }
        String database = cells.size() > 4 ? cells.get(4) : "";
        if (!database.equals("*NO-ONE*")) {
            history.use(connection, database.isEmpty() ? DATABASE : database);
        }
    }

    private static String plain(String name) {
        return name.strip().replaceAll("^['\"]|['\"]$", "");
    }
}
