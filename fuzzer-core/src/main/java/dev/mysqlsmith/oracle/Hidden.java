package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What views and stored functions hide from {@link Comparability}, which sees the text of a query alone. */
final class Hidden {
    private static final String VIEWS =
            "SELECT TABLE_NAME, VIEW_DEFINITION FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()";
    private static final String ROUTINES =
            "SELECT ROUTINE_NAME, NULL FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()";

    private static final String DATES = "SELECT COLUMN_NAME, NULL FROM information_schema.COLUMNS WHERE TABLE_SCHEMA ="
            + " DATABASE() AND IS_NULLABLE = 'NO' AND DATA_TYPE IN ('date', 'datetime')";

    private final Asker asker;
    private final ServerVersion version;

    Hidden(Asker asker, ServerVersion version) {
        this.asker = asker;
        this.version = version;
    }

    /** Why the result of a query can't be compared, though its own text says nothing of it; empty where it can. */
    Optional<String> doubt(SyntaxTree.Node statement) {
        Map<String, Optional<String>> views = read(VIEWS);
        Set<String> routines = read(ROUTINES).keySet();
        Set<String> seen = new HashSet<>();
        Deque<SyntaxTree.Node> open = new ArrayDeque<>(List.of(statement));
        while (!open.isEmpty()) {
            for (SyntaxTree.Node name : names(open.pop())) {
                String plain = SqlName.plain(name.sql()).toLowerCase(Locale.ROOT);
                if (routines.contains(plain)) {
                    return Optional.of("what a program does is not looked into");
                }
                if (views.containsKey(plain) && seen.add(plain)) {
                    Optional<SyntaxTree.Node> definition = views.get(plain).flatMap(this::parse);
                    if (definition.isEmpty()) {
                        return Optional.of("a view that can't be read");
                    }
                    Optional<String> reason = Comparability.of(definition.get()).doubt();
                    if (reason.isPresent()) {
                        return reason;
                    }
                    open.push(definition.get());
                }
            }
        }
        return findsZeroDates(statement)
                ? Optional.of("IS NULL finds zeros in a date that is NOT NULL")
                : Optional.empty();
    }

    /** Where WHERE says it of a column: manual, "Comparison Functions and Operators". */
    private boolean findsZeroDates(SyntaxTree.Node statement) {
        List<SyntaxTree.Node> columns = statement.all("booleanPrimary").stream()
                .filter(node -> node.says("NULL") && !node.has("not"))
                .flatMap(node -> node.children("booleanPrimary").stream())
                .map(SyntaxTree.Node::core)
                .filter(core -> core.is("columnRef"))
                .toList();
        if (columns.isEmpty()) {
            return false;
        }
        Set<String> dates = read(DATES).keySet();
        return columns.stream()
                .map(column -> column.children("identifier"))
                .map(parts -> SqlName.plain(parts.get(parts.size() - 1).sql()))
                .anyMatch(name -> dates.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static List<SyntaxTree.Node> names(SyntaxTree.Node root) {
        List<SyntaxTree.Node> names = new ArrayList<>(root.all("identifier"));
        names.addAll(root.all("functionName"));
        return names;
    }

    private Optional<SyntaxTree.Node> parse(String sql) {
        return new SqlParser(version, Set.of()).parse(sql) instanceof ParseResult.Parsed parsed
                ? Optional.of(parsed.tree())
                : Optional.empty();
    }

    private Map<String, Optional<String>> read(String sql) {
        Map<String, Optional<String>> read = new HashMap<>();
        if (asker.ask(sql) instanceof Outcome.Rows rows) {
            for (List<@Nullable String> row : rows.tables().get(0).rows()) {
                read.put(String.valueOf(row.get(0)).toLowerCase(Locale.ROOT), Optional.ofNullable(row.get(1)));
            }
        }
        return read;
    }
}
