package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.MySqlLexer;
import dev.mysqlsmith.grammar.SyntaxTree;
import dev.mysqlsmith.schema.Column;
import dev.mysqlsmith.schema.Schema;
import dev.mysqlsmith.schema.SqlName;
import dev.mysqlsmith.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forgets views that have become useless: a table or column below them is gone, or a server has stored a text for them that
 * it can't read, so that each statement with them fails.
 */
final class ViewWatch {
    private static final int MOST_FAILURES = 2;

    private final Schema schema;
    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    ViewWatch(Schema schema) {
        this.schema = schema;
    }

    /** Applies what a statement has done to the schema. */
    void apply(SyntaxTree.Node statement, Runnable effects) {
        Map<String, List<String>> before = columns();
        effects.run();
        Map<String, List<String>> after = columns();
        for (Table view : schema.views()) {
            if (!before.containsKey(view.name())) {
                below.put(view.name(), named(statement, before.keySet()));
            }
        }
        before.forEach((table, columns) -> {
            if (!after.getOrDefault(table, List.of()).containsAll(columns)) {
                forgetAbove(table);
            }
        });
    }

    /** Tells that a statement failed or not. */
    void judge(SyntaxTree.Node statement, boolean succeeded) {
        if (succeeded && failures.isEmpty() || schema.views().isEmpty()) {
            return; // nothing to learn or to take back
        }
        Set<String> views = new LinkedHashSet<>();
        schema.views().forEach(view -> views.add(view.name()));
        for (String view : named(statement, views)) {
            if (succeeded) {
                failures.remove(view);
            } else if (failures.merge(view, 1, Integer::sum) >= MOST_FAILURES) {
                failures.remove(view);
                forgetAbove(view);
                schema.drop(view);
            }
        }
    }

    private void forgetAbove(String table) {
        for (Table view : schema.views()) {
            if (below.getOrDefault(view.name(), Set.of()).contains(table)) {
                schema.drop(view.name());
                forgetAbove(view.name());
            }
        }
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new HashMap<>();
        schema.tables()
                .forEach(table -> columns.put(
                        table.name(), table.columns().stream().map(Column::name).toList()));
        return columns;
    }

    private static Set<String> named(SyntaxTree.Node statement, Set<String> names) {
        Set<String> found = new LinkedHashSet<>();
        statement.forEachToken(token -> {
            boolean quoted = token.type() == MySqlLexer.QUOTED_IDENT;
            String name = quoted ? SqlName.written(token.text()) : token.text();
            if ((quoted || token.type() == MySqlLexer.IDENT) && names.contains(name)) {
                found.add(name);
            }
        });
        return found;
    }
}
