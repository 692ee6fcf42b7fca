package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.Rule;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The name of a statement's kind, as statistics count it. */
final class StatementKind {
    private static final Map<Rule, String> NAMES = new ConcurrentHashMap<>();

    private StatementKind() {}

    /** {@code CREATE TABLE} for a tree of rule {@code statement} over {@code createTableStatement}. */
    static String of(SyntaxTree.Node statement) {
        Rule rule = ((SyntaxTree.Node) statement.children().get(0)).rule();
        return NAMES.computeIfAbsent(rule, StatementKind::name);
    }

    private static String name(Rule rule) {
        return rule.name()
                .replaceAll("Statement$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toUpperCase(Locale.ROOT);
    }
}
