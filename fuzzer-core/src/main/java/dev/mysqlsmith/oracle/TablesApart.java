package dev.mysqlsmith.oracle;

import dev.mysqlsmith.execute.Outcome;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables of which two servers may by right hold other rows. What names one is not compared; nor is, once there is one, what may come
 * to it by a view, a routine, a trigger, a foreign key or a list of tables. All else still is.
 */
final class TablesApart {
    /** Statements that change nothing but the tables, or views, that they name. */
    private static final Set<String> CONTAINED = Set.of(
            "insert",
            "replace",
            "update",
            "delete",
            "createTable",
            "alterTable",
            "dropTable",
            "renameTable",
            "truncate",
            "createIndex",
            "dropIndex",
            "createTrigger",
            "createView",
            "alterView",
            "dropView");

    private static final List<String> NAMES =
            List.of("tableRef", "newTableName", "deleteTableRef", "handlerTableRef", "viewRef", "newViewName");

    private static final String TABLES = "SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) FROM information_schema.TABLES"
            + " WHERE TABLE_TYPE = 'BASE TABLE'";
    private static final String BOUND = "SELECT CONCAT(EVENT_OBJECT_SCHEMA, '.', EVENT_OBJECT_TABLE)"
            + " FROM information_schema.TRIGGERS"
            + " UNION SELECT CONCAT(CONSTRAINT_SCHEMA, '.', TABLE_NAME) FROM information_schema.REFERENTIAL_CONSTRAINTS"
            + " UNION SELECT CONCAT(UNIQUE_CONSTRAINT_SCHEMA, '.', REFERENCED_TABLE_NAME)"
            + " FROM information_schema.REFERENTIAL_CONSTRAINTS";
    private static final String ROUTINES = "SELECT ROUTINE_NAME FROM information_schema.ROUTINES";

    private final Set<String> apart = new HashSet<>();
    private @Nullable String reason;

    /** Why the first of them is; null while there is none. */
    @Nullable
    String reason() {
        return apart.isEmpty() ? null : reason;
    }

    /**
     * The tables that a statement changes are apart from now on.
     *
     * @param cause a short fixed text
     * @return whether that is all that may be: false where it may change what it does not name
     */
    boolean add(SyntaxTree.@Nullable Node statement, String kind, String cause, Asker asker) {
        if (statement == null || !CONTAINED.contains(kind)) {
            return false;
        }
        Set<String> names = names(statement, asker);
        reason = apart.isEmpty() ? cause : reason;
        apart.addAll(names);
        return !names.isEmpty();
    }

    /** What is gone on both servers is apart no more; a table that was hidden by a temporary one is still there. */
    void drop(SyntaxTree.Node statement, Asker asker) {
        Set<String> tables = read(asker, TABLES);
        Set<String> gone = names(statement, asker);
        statement.all("databaseRef").stream()
                .map(database -> plain(database.sql()) + ".")
                .forEach(database ->
                        apart.stream().filter(name -> name.startsWith(database)).forEach(gone::add));
        gone.removeAll(tables);
        apart.removeAll(gone);
    }

    /** Whether what the statement does may hang on one of them. */
    boolean concerns(SyntaxTree.Node statement, boolean changes, Asker asker) {
        Set<String> names = names(statement, asker);
        Set<String> functions = statement.all("functionName").stream()
                .map(name -> plain(name.sql()))
                .collect(Collectors.toSet());
        return names.stream().anyMatch(apart::contains)
                || (!names.isEmpty() && !read(asker, TABLES).containsAll(names))
                || (!names.isEmpty() && changes && !Collections.disjoint(names, read(asker, BOUND)))
                || (!functions.isEmpty() && !Collections.disjoint(functions, read(asker, ROUTINES)));
    }

    private static Set<String> names(SyntaxTree.Node statement, Asker asker) {
        Set<String> common = statement.all("newCteName").stream()
                .map(name -> plain(name.sql()))
                .collect(Collectors.toSet());
        String database = read(asker, "SELECT DATABASE()").stream().findFirst().orElse("");
        return NAMES.stream()
                .flatMap(rule -> statement.all(rule).stream())
                .map(name -> name.children("identifier").stream()
                        .map(part -> plain(part.sql()))
                        .collect(Collectors.joining(".")))
                .filter(name -> !common.contains(name))
                .map(name -> name.contains(".") ? name : database + "." + name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> read(Asker asker, String sql) {
        Stream<List<@Nullable String>> rows =
                asker.ask(sql) instanceof Outcome.Rows read ? read.tables().get(0).rows().stream() : Stream.empty();
        return rows.map(row -> String.valueOf(row.get(0)).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String plain(String name) {
        return SqlName.plain(name).toLowerCase(Locale.ROOT);
    }
}
