package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.SqlName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the name of the database that a script is of away from where its statements qualify names with it. */
final class DatabaseNames {
    /** By rule, of how many names a reference must be for the first one to be a database. */
    private static final Map<String, Integer> QUALIFIED = Map.of(
            "tableRef", 2,
            "newTableName", 2,
            "viewRef", 2,
            "newViewName", 2,
            "tableWildRef", 2,
            "storedFunctionCall", 2,
            "columnRef", 3,
            "insertColumnRef", 3,
            "updateColumnRef", 3);

    private final Optional<String> database;

    /** @param database its own name, unquoted */
    DatabaseNames(Optional<String> database) {
        this.database = database;
    }

    /** The database that the statement makes a table or view in, unquoted, if it says so. */
    static Optional<String> first(SyntaxTree.Node statement) {
        return Stream.of("newTableName", "newViewName")
                .flatMap(rule -> statement.all(rule).stream())
                .filter(DatabaseNames::isQualified)
                .map(DatabaseNames::databaseOf)
                .findFirst();
    }

    /** The statement without its own database's name; empty where it names another database. */
    Optional<SyntaxTree.Node> strip(SyntaxTree.Node statement) {
        boolean foreign = QUALIFIED.keySet().stream()
                .flatMap(rule -> statement.all(rule).stream())
                .filter(DatabaseNames::isQualified)
                .anyMatch(name -> !isOwn(name));
        return foreign ? Optional.empty() : Optional.of(stripped(statement));
    }

    private SyntaxTree.Node stripped(SyntaxTree.Node node) {
        if (isQualified(node) && isOwn(node) && !node.is("storedFunctionCall")) {
            return new SyntaxTree.Node(
                    node.rule(), node.children().subList(2, node.children().size()));
        }
        SyntaxTree.Node changed = node.mapped(this::stripped);
        return changed.equals(node) ? node : changed;
    }

    /** A stored function is of no database that we make. */
    private boolean isOwn(SyntaxTree.Node name) {
        return !name.is("storedFunctionCall")
                && database.filter(databaseOf(name)::equalsIgnoreCase).isPresent();
    }

    private static String databaseOf(SyntaxTree.Node name) {
        return SqlName.plain(name.children("identifier").get(0).sql());
    }

    private static boolean isQualified(SyntaxTree.Node node) {
        Integer names = QUALIFIED.get(node.rule().name());
        return names != null && node.children("identifier").size() >= names;
    }
}
