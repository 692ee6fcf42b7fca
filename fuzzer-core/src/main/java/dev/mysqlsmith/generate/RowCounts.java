package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * About how many rows each table has: as many as the statements of the round have asked for, whatever came of them. A join
 * tries its conditions on the product of these numbers, so that tables that go on growing take the round's time.
 */
final class RowCounts {
    /** A query whose rows are inserted gives so many, about. */
    private static final int OF_QUERY = 3;

    /** Nothing is known of what a view shows but the table of one that can be changed. */
    private static final int OF_VIEW = 30;

    private static final double LEFT_BY_DELETE = 0.75;

    private final Map<String, Integer> counts = new HashMap<>();

    /** How many rows the table has, about; of a view or MERGE table, the first table below it. */
    int of(Table table) {
        boolean unknown = table.view() && table.traits().over().isEmpty();
        return unknown ? OF_VIEW : counts.getOrDefault(base(table), 0);
    }

    private static String base(Table table) {
        List<String> over = table.traits().over();
        return over.isEmpty() ? table.name() : over.get(0);
    }

    /** A statement was made that changes the table of that name, if any. */
    void made(SyntaxTree.Node statement, @Nullable String target, Schema schema) {
        Table table = target == null ? null : schema.table(target).orElse(null);
        if (table != null) {
            counts.put(base(table), after((SyntaxTree.Node) statement.children().get(0), of(table)));
        }
    }

    /** A table has another name. */
    void renamed(String old, String now) {
        Integer count = counts.remove(old);
        if (count != null) {
            counts.put(now, count);
        }
    }

    private static int after(SyntaxTree.Node statement, int before) {
        return switch (statement.rule().name()) {
            case "insertStatement", "replaceStatement" -> before + inserted(statement);
            case "deleteStatement" ->
                statement.all("whereClause").isEmpty()
                                && statement.all("deleteLimit").isEmpty()
                        ? 0
                        : (int) (before * LEFT_BY_DELETE);
            case "truncateStatement" -> 0;
            default -> before;
        };
    }

    private static int inserted(SyntaxTree.Node statement) {
        List<SyntaxTree.Node> values = statement.all("insertValues");
        if (!values.isEmpty()) {
            return values.get(0).children("insertValuesRow").size();
        }
        return statement.all("query").isEmpty() ? 1 : OF_QUERY;
    }
}
