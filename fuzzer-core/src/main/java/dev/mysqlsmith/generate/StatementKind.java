package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Locale;

/** The name of a statement's kind, as statistics count it. */
final class StatementKind {
    private StatementKind() {}

    /** {@code CREATE TABLE} for a tree of rule {@code statement} over {@code createTableStatement}. */
    static String of(SyntaxTree.Node statement) {
        String rule = ((SyntaxTree.Node) statement.children().get(0)).rule().name();
        return rule.replaceAll("Statement$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toUpperCase(Locale.ROOT);
    }
}
