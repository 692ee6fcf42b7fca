package dev.mysqlsmith.oracle;

import dev.mysqlsmith.grammar.ParseResult;
import dev.mysqlsmith.grammar.ServerVersion;
import dev.mysqlsmith.grammar.SqlParser;
import dev.mysqlsmith.grammar.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Trees from a text with holes: the expression {@code 0}, the query {@code SELECT 0} or the table {@code t0} stands for the first
 * part, and so on.
 */
final class Fragments {
    private static final ServerVersion NEWEST = ServerVersion.parse("9.7.0");

    /** What stands before the number of a hole that is no expression. */
    private static final Map<String, String> MARKS =
            Map.of("query", "SELECT ", "tableReference", "t", "tableRef", "t", "newTableAlias", "t");

    private static final Map<String, SyntaxTree.Node> PARSED = new ConcurrentHashMap<>();

    private Fragments() {}

    /** The tree of a statement. */
    static SyntaxTree.Node statement(String template, SyntaxTree.Node... parts) {
        return fill(PARSED.computeIfAbsent(template, Fragments::parse), parts);
    }

    /** The first node of that rule in a statement. */
    static SyntaxTree.Node first(String rule, String template, SyntaxTree.Node... parts) {
        return statement(template, parts).all(rule).get(0);
    }

    /** A part of an expression as an expression; the part itself where it is one. */
    static SyntaxTree.Node asExpression(SyntaxTree.Node part) {
        return lift(first("expression", "SELECT 0"), part);
    }

    /** A node with one of its parts changed, in each way; subqueries are left as they are. */
    static List<SyntaxTree.Node> each(SyntaxTree.Node node, Function<SyntaxTree.Node, List<SyntaxTree.Node>> others) {
        List<SyntaxTree.Node> here = others.apply(node);
        if (!here.isEmpty()) {
            return here;
        }
        List<SyntaxTree.Node> changed = new ArrayList<>();
        for (int i = 0; i < node.children().size(); i++) {
            if (node.children().get(i) instanceof SyntaxTree.Node child && !child.is("query")) {
                int index = i;
                each(child, others).forEach(other -> changed.add(node.with(index, other)));
            }
        }
        return changed;
    }

    private static SyntaxTree.Node lift(SyntaxTree.Node link, SyntaxTree.Node part) {
        if (link.rule() == part.rule()) {
            return part;
        }
        if (!(link.children().get(0) instanceof SyntaxTree.Node inner)) {
            throw new IllegalArgumentException(part.rule() + " is no part of an expression by itself");
        }
        return link.with(0, lift(inner, part));
    }

    private static SyntaxTree.Node parse(String template) {
        if (new SqlParser(NEWEST, Set.of()).parse(template) instanceof ParseResult.Parsed parsed) {
            return parsed.tree();
        }
        throw new IllegalStateException("not in the grammar: " + template);
    }

    private static SyntaxTree.Node fill(SyntaxTree.Node node, SyntaxTree.Node... parts) {
        for (int i = 0; i < parts.length; i++) {
            String mark = MARKS.getOrDefault(node.rule().name(), "");
            if (node.rule() == parts[i].rule() && node.sql().equals(mark + i)) {
                return parts[i];
            }
        }
        return node.mapped(inner -> fill(inner, parts));
    }
}
