package dev.mysqlsmith.generate;

import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.Set;

/** What the expressions of definitions must be: CHECK takes no number for a condition, and none of them takes the time. */
final class Conditions {
    /** Functions whose result depends on when or for whom they are called. (Manual: CREATE TABLE and Generated Columns.) */
    private static final Set<String> UNSTABLE = Set.of(
            "USER",
            "CURRENT_USER",
            "SESSION_USER",
            "SYSTEM_USER",
            "VERSION",
            "DATABASE",
            "SCHEMA",
            "NOW",
            "CURRENT_TIMESTAMP",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "SYSDATE",
            "CURDATE",
            "CURRENT_DATE",
            "CURTIME",
            "CURRENT_TIME",
            "UTC_DATE",
            "UTC_TIME",
            "UTC_TIMESTAMP");

    private Conditions() {}

    /** Whether it is the same whenever it is computed. */
    static boolean isStable(SyntaxTree.Node expression) {
        boolean[] stable = {true};
        expression.forEachToken(token -> stable[0] &= !UNSTABLE.contains(token.text()));
        return stable[0];
    }

    /** Whether the condition of a CHECK is one; {@code tree} has the CHECK inside. */
    static boolean isCheck(SyntaxTree.Node tree) {
        SyntaxTree.Node check = tree;
        while (!check.has("expression")) {
            SyntaxTree.Node inner = null;
            for (SyntaxTree child : check.children()) {
                if (child instanceof SyntaxTree.Node node) {
                    inner = node.is("newConstraintName") ? inner : node;
                }
                if (inner != null) {
                    break;
                }
            }
            if (inner == null) {
                return false;
            }
            check = inner;
        }
        return isStable(check) && isCondition(check.children("expression").get(0));
    }

    private static boolean isCondition(SyntaxTree.Node node) {
        if (node.children().size() > 1) {
            return node.is("expression") || node.is("booleanPrimary") || node.is("predicate");
        }
        return node.children().get(0) instanceof SyntaxTree.Node inner
                && (node.is("expression") || node.is("booleanPrimary"))
                && isCondition(inner);
    }
}
